#!/bin/sh
# A filled database of schema 2, by typing: see README.md.
# sh 2.sh FOLDER, with netlog 0.1.0 on the PATH; it leaves FOLDER/2.db.
set -eu
mkdir -p "$1" && cd "$1"
HOME=$PWD NETLOG_DB=$PWD/typed.db
export HOME NETLOG_DB
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME NETLOG_CONFIG

day() { NETLOG_TODAY=$1 && export NETLOG_TODAY; }
n() { netlog "$@" || { echo "exit $?: netlog $*" >&2; exit 1; }; }

cat > cards.vcf <<'CARDS'
BEGIN:VCARD
VERSION:3.0
UID:card-of-maria
FN:María Solé
ORG:Sol Foods
EMAIL:maria@sol.example
TEL:+34 93 555 0101
END:VCARD
BEGIN:VCARD
VERSION:4.0
UID:card-of-ming
FN:王小明
EMAIL:ming@tea.example
URL:https://tea.example/ming
NOTE:Drinks tea\, never coffee.\nSecond line.
END:VCARD
CARDS

day 2024-01-08
n add Alisa Kwan --known --kind client --org "Harbour Coaching" --city Boston \
  --email alisa@harbour.example --phone "+1 617 555 0118" --tag choir --every 2m
n add Bo Lindqvist --known --kind partner --every 6w --likes "old maps"
n log Alisa -k coffee --on 2024-01-05 --at "Blue Bottle" --note "Starts a course."
n log Bo -k call --on today --names "Emil Østergård, Fay Wong"
n import cards.vcf --tag imported
n got Alisa client --value 1200.50 --on 2023-11-02
day 2024-03-04
n add Dorie Clark --via Alisa --on 2024-02-20 --org "Clark Media" \
  --gave "resource:the list of archives" --promise "two references" --by 2024-03-20
n log dorie-clark -k coffee --at "Café Zoë" --guess likely \
  --got "tip:ask the library" --gave "advice:on moving house"
n intro "Peter Novak" --by Dorie --on 2024-03-03 --new
n got Dorie referral --who Peter
n gave Bo feedback "on his talk; \"kindly\"" --on 2024-02-01
n done 1 --on 2024-03-04
day 2024-06-03
n log Peter -k lunch --on 2024-05-20 --at "Blue Bottle" --guess maybe
n got Peter client "a column, twelve times" --value 5000 --from touch:4
n got Dorie interview --from intro:3 --they-called
n thank Dorie
n log Bo Alisa -k exchange --on 2024-06-01 --introduce --note "They had never met."
n intro fay-wong emil-ostergard --by Bo --state offered
n due
day 2024-09-02
n log fay-wong -k email --on 2024-08-01 --no-answer
n log fay-wong -k message --on 2024-08-20 --no-answer
n due
n swap
n skip emil-ostergard
n snooze maria-sole 2025-09-01
n rest ming
n edit alisa --name "Alisa Kwan-Novak" --handle alisa-kwan-novak
n edit --entry 3 --text "ask the city library"
n edit --touch 1 --on 2024-01-06 --at "Blue Bottle, South End"
n add Gone Again --met
n got gone-again other "a plant" --value 10
n rm gone-again
n rm --entry 5
n rm --touch 2
day 2025-05-26
n got Dorie advice "write the proposal first" --on 2025-05-22
n add Susan Reyes --at "waiting room" --on 2025-05-24
n promise Susan two client references
n due
day 2025-06-02
n got Susan interview --on 2025-06-01
n add Taken Back --met --promise "nothing at all" --gave "tip:none"
n undo
n history
n info

# Small pages, since most tables hold little: half the size for the repository.
python3 -c 'import sqlite3
typed = sqlite3.connect("typed.db")
typed.execute("PRAGMA page_size = 1024")
typed.execute("VACUUM INTO ?", ("2.db",))'
