/** Completion for zsh, evaluated after compinit, or autoloaded as a file _skypefed in $fpath. */
export const zshScript = `#compdef skypefed
# Completion of skypefed in zsh. In ~/.zshrc, after compinit: eval "$(skypefed completion zsh)"

_skypefed() {
  local kind line
  local -a answer words_before described open
  words_before=("\${(@Q)words[2,CURRENT-1]}")
  answer=("\${(@f)$("\${(Q)words[1]}" __complete ":\${(Q)PREFIX}" "$words_before[@]" 2>/dev/null)}")
  kind=$answer[1]
  shift answer
  case $kind in
    files)
      compset -P '--*='
      _files
      ;;
    folders)
      compset -P '--*='
      _files -/
      ;;
    words)
      for line in "$answer[@]"; do
        # A word that ends with an equals sign goes on behind it.
        if [[ \${line%%$'\\t'*} == *= ]]; then
          open+=("\${\${line//:/\\\\:}/$'\\t'/:}")
        else
          described+=("\${\${line//:/\\\\:}/$'\\t'/:}")
        fi
      done
      _describe skypefed described -- open -S ''
      ;;
  esac
}

if [[ $funcstack[1] == _skypefed ]]; then
  _skypefed "$@"
else
  compdef _skypefed skypefed
fi
`;
