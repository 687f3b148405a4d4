# bash-completion is a package of its own. Where it is missing, these two stand in for what this script calls of it.

# The words of the line. Bash splits it at = and : too, so what was written without a blank between is joined again.
__knead_words()
{
    if declare -F _get_comp_words_by_ref >/dev/null; then
        _get_comp_words_by_ref -n =: cur prev words cword
        return
    fi
    local i word blank rest=$COMP_LINE last=
    words=() cword=0
    for ((i = 0; i < ${#COMP_WORDS[@]}; i++)); do
        word=${COMP_WORDS[i]}
        blank=${rest%%[! $'\t']*}
        rest=${rest#"$blank"}
        rest=${rest#"$word"}
        if [[ $i -gt 0 && -z $blank && ($word == [=:]* || $last == *[=:]) ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
        last=$word
        if ((i == COMP_CWORD)); then
            cword=$((${#words[@]} - 1))
        fi
    done
    cur=${words[cword]}
    prev=
    if ((cword > 0)); then
        prev=${words[cword - 1]}
    fi
}

# Folders, and with -d nothing else; otherwise files too, with one of the endings in yaml|yml|json, or any.
__knead_files()
{
    if declare -F _filedir >/dev/null; then
        _filedir "$@"
        return
    fi
    local name ending endings
    if [[ $(type -t compopt) == builtin ]]; then
        compopt -o filenames
    fi
    while IFS= read -r name; do
        COMPREPLY+=("$name")
    done < <(
        compgen -d -- "$cur"
        if [[ ${1-} != -d ]]; then
            IFS='|' read -ra endings <<<"${1-}"
            for ending in "${endings[@]-}"; do
                compgen -f ${ending:+-X "!*.$ending"} -- "$cur"
            done
        fi
    )
}
