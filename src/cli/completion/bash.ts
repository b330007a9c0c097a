/** Completion for bash, from 3.2, which macOS has. */
export const bashScript = `# Completion of skypefed in bash. In ~/.bashrc: eval "$(skypefed completion bash)"

_skypefed() {
  local word glued= kind value help
  local -a words=()
  # Bash makes a word of each equals sign; to the program it is one with what stands around it.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ \${#words[@]} -gt 0 && ( $word == = || -n $glued ) ]]; then
      words[\${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    glued=
    [[ $word == = ]] && glued=yes
  done
  local last=$((\${#words[@]} - 1))
  local typed=\${words[last]} current=\${COMP_WORDS[COMP_CWORD]}
  [[ $current == = ]] && current=

  COMPREPLY=()
  {
    read -r kind
    case $kind in
      files) compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$current")) ;;
      folders) compopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "$current")) ;;
      words)
        while IFS=$'\\t' read -r value help; do
          # Only what follows the equals sign that is typed is put in.
          COMPREPLY+=("\${value#"\${typed%"$current"}"}")
          [[ $value == *= ]] && compopt -o nospace 2>/dev/null
        done
        ;;
    esac
  } < <("\${COMP_WORDS[0]}" __complete ":$typed" "\${words[@]:0:last}" 2>/dev/null)
}

complete -F _skypefed skypefed
`;
