import { posix } from 'node:path';
import { type Node, parseSync } from 'oxc-parser';

/** A source file: its path from the repository's root, with slashes, and its text. */
export type Source = { path: string; code: string };

/** One import. `to` is a path from the root, or the name of a package; types are erased, so they load nothing. */
export type Import = { to: string; from: 'file' | 'package' | 'unreadable'; loads: boolean };

/** What a file asks of others, and of the world: clock, process and the like, each as it stands in the code. */
export type Reading = { path: string; imports: Import[]; world: string[] };

const globalsOfTheWorld: ReadonlySet<string> = new Set([
  ...['process', 'globalThis', 'global', 'console', 'performance', 'crypto', 'fetch', 'require', 'Temporal'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
]);
const membersOfTheWorld: ReadonlySet<string> = new Set(['Date.now', 'Math.random']);

/**
 * Reads the imports of a file, re-exports, dynamic imports and types in `import('...')` included, and where it reaches
 * into the world by itself. Comments and strings do not count.
 * @throws Error when the code cannot be parsed
 */
export function readSource({ path, code }: Source): Reading {
  const { program, errors } = parseSync(path, code);
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const imports: Import[] = [];
  const world = new Set<string>();
  // Where a name is that of a member or a key, not of a global. Parents come before their children.
  const names = new Set<Node>();
  for (const node of nodesBelow(program)) {
    const asked = importIn(node);
    if (asked) imports.push(toImport(path, asked));
    const name = nameIn(node);
    if (name) names.add(name);
    const said = names.has(node) ? undefined : worldIn(node);
    if (said) world.add(said);
  }
  return { path, imports, world: [...world] };
}

function* nodesBelow(node: Node): Generator<Node> {
  yield node;
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* nodesBelow(child);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

type Asked = { specifier: string | undefined; loads: boolean };

function importIn(node: Node): Asked | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: node.source.value, loads: node.importKind !== 'type' };
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source ? { specifier: node.source.value, loads: node.exportKind !== 'type' } : undefined;
    case 'ImportExpression': {
      const { source } = node;
      const written = source.type === 'Literal' && typeof source.value === 'string';
      return { specifier: written ? source.value : undefined, loads: true };
    }
    case 'TSImportType':
      return { specifier: node.source.value, loads: false };
    default:
      return undefined;
  }
}

function toImport(importer: string, { specifier, loads }: Asked): Import {
  if (specifier === undefined) return { to: 'a computed name', from: 'unreadable', loads };
  if (specifier.startsWith('.')) return { to: posix.join(posix.dirname(importer), specifier), from: 'file', loads };
  return { to: packageOf(specifier), from: 'package', loads };
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.startsWith('@') ? 2 : 1;
  return specifier.split('/').slice(0, parts).join('/');
}

/** The name of a member or a key that the node has, if it is one that is written out. */
function nameIn(node: Node): Node | undefined {
  switch (node.type) {
    case 'MemberExpression':
      return node.computed ? undefined : node.property;
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
    case 'TSPropertySignature':
    case 'TSMethodSignature':
      return node.computed ? undefined : node.key;
    default:
      return undefined;
  }
}

function worldIn(node: Node): string | undefined {
  switch (node.type) {
    case 'Identifier':
      return globalsOfTheWorld.has(node.name) ? node.name : undefined;
    case 'MemberExpression': {
      const said = `${nameOf(node.object)}.${nameOf(node.property)}`;
      return membersOfTheWorld.has(said) ? said : undefined;
    }
    case 'NewExpression':
      return nameOf(node.callee) === 'Date' && node.arguments.length === 0 ? 'new Date()' : undefined;
    case 'CallExpression':
      return nameOf(node.callee) === 'Date' ? 'Date()' : undefined;
    case 'MetaProperty':
      return node.meta.name === 'import' ? 'import.meta' : undefined;
    default:
      return undefined;
  }
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : undefined;
}
