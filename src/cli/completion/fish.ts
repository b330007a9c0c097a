/** Completion for fish, from 3.0. */
export const fishScript = `# Completion of skypefed in fish. In ~/.config/fish/config.fish: skypefed completion fish | source

function __skypefed_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct | string unescape)
    set -l program $words[1]
    set -e words[1]
    set -l answer ($program __complete ":$typed" $words 2>/dev/null)
    set -l kind $answer[1]
    set -e answer[1]
    set -l option (string match -r -- '^--[^=]*=' "$typed")
    set -l path (string replace -- "$option" '' "$typed")
    switch "$kind"
        case files
            __fish_complete_path "$path" | string replace -r '^' -- "$option"
        case folders
            __fish_complete_directories "$path" '' | string replace -r '^' -- "$option"
        case words
            printf '%s\\n' $answer
    end
end

complete -c skypefed -f -a '(__skypefed_complete)'
`;
