const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this account may not do that there',
  EPERM: 'this account may not do that there, or another program holds the file',
  EBUSY: 'another program holds it',
  EDQUOT: 'the quota of this account is used up',
  EFBIG: 'a file may not be that large there',
  EEXIST: 'something of that name is there already',
  EISDIR: 'a folder stands where a file belongs',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'it is not there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder belongs',
  ENOTEMPTY: 'it is not empty',
  EROFS: 'the disk can only be read',
};

/** Why the file system refused, as a clause: "the disk is full (ENOSPC)". */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  return reasons[code] === undefined ? `error ${code}` : `${reasons[code]} (${code})`;
}

/** The code of a system error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
