#!/bin/sh
# A filled database of schema 1, by typing: see README.md.
# sh 1.sh FOLDER, with netlog 0.1.0 on the PATH; it leaves FOLDER/1.db.
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
N:Solé;María;;;
ORG:Sol Foods
TITLE:buyer
EMAIL:maria@sol.example
TEL:+34 93 555 0101
BDAY:1980-05-21
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
cat > contacts.csv <<'CONTACTS'
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Øyvind,Berg,https://www.linkedin.com/in/oberg,oyvind@berg.example,Berg Legal,lawyer,11 Jan 2023
Priya,Nair,,priya@nair.example,Nair & Co,partner,05 Mar 2024
=Quentin,,,q@x.example,,,
CONTACTS

day 2024-01-08
n add Alisa Kwan --known --kind client --kind mentor --org "Harbour Coaching" \
  --role coach --city Boston --email alisa@harbour.example --phone "+1 617 555 0118" \
  --tag choir --every 2m --birthday "21 may" --note "Reads — everything “twice”."
n add Bo Lindqvist --known --kind partner --org "Harbour Coaching" --every 6w
n add Ruth Okafor --known --kind mentor --org "City Library" --tag archive --tag choir
n log Alisa -k coffee --on 2024-01-05 --at "Blue Bottle" --note "Starts a course."
n log Alisa Bo -k lunch --on today --at "Café Zoë"
n log Bo -k call --on today --names "Emil Østergård, Fay Wong"
n import cards.vcf --every 6m --tag imported --known
day 2024-03-04
n add A Mistake --met
n undo
n import contacts.csv --kind peer
n undo
n redo
n add Dorie Clark --via Alisa --on 2024-02-20 --org "Clark Media" --role author \
  --url https://clark.example --likes "old maps" --needs "a speaker" --offers readers \
  --promise "two references" --by 2024-03-20
n add Émile "$(printf 'O\047Hara\033[31m \342\200\256red')" --at "Gare du Nord" \
  --on yesterday --note "$(printf 'bell\007, \033]8;;x\007link, tab\there')"
n add "Zoë 👩‍🚀 Park" --met --kind friend --no-sell --handle zoe
n add Dorie Clark --new --city Lyon
n log dorie-clark -k email --on 2024-03-02 --no-answer
n log dorie-clark -k coffee --at "blue bottle" --promise "the name of a mover" --by 1w
n done 1 --on 2024-03-04
day 2024-06-03
n log bo -k call --on 2024-05-01
n log bo -k gift --on 2024-05-20 --note "A jar of honey 🍯"
n log ruth -k event --on "last fri" --at "City Library"
n log Alisa Ruth -k dinner --introduce --note "They had never met."
n promise Ruth the list of archives --by "next fri"
n promise Bo "a book; \"quoted\", with \\ and %s" --by eom
n done 3 --drop
n intro Hal --by Ruth --on 2024-05-30 --state offered --new
n intro dorie-clark-2 --by Bo --inbound --on 2024-05-28
n intro oyvind-berg priya-nair --on 2024-05-29
n intro "Gil Tan" --by Bo --state dropped --new
n due
day 2024-09-02
n log fay-wong -k email --on 2024-07-01 --no-answer
n log fay-wong -k message --on 2024-08-01 --no-answer
n log Hal -k meeting --on 2024-08-29 --at Station
n log maria-sole -k note --on 2024-08-30 --note "Thanked her by hand."
n log ruth -k article --on 2024-08-30
n log alisa bo ruth -k exchange --on 2024-09-01
n due
n swap
n skip priya-nair
n snooze oyvind-berg 2025-09-01
n rest quentin
n rest emil-ostergard
n wake emil-ostergard
n edit alisa --name "Alisa Kwan-Novak" --every none --tag none --kind friend --tag band
n edit hal --handle hal-brook --org Brook --note "Calls back."
n edit --touch 1 --on 2024-01-06 --at "Blue Bottle, South End"
n edit --touch 6 --answered
n edit --promise 2 --by 2024-12-20 --text "the name of a good mover"
n edit --intro 1 --on 2024-02-19
n import cards.vcf --update --tag seen
n add Gone Again --met
n log gone-again -k coffee --at "Nowhere else"
n promise gone-again a plant --by 1w
n rm gone-again
n rm --touch 2
n rm --promise 4
n rm --intro 4
day 2025-05-26
n log dorie-clark -k coffee --on 2025-05-22 --at "Café Zoë" --note "line one
line two"
n add Susan Reyes --at "waiting room" --on 2025-05-24 --phone "+1 617 555 0142"
n promise Susan two client references
n due
day 2025-06-02
n add Peter Novak --via dorie-clark --on 2025-05-30
n due --json > due.json
n add Taken Back --met --promise "nothing at all"
n log Susan -k call --note "Taken back too."
n undo
n undo
n history
n info

# Small pages, since most tables hold little: half the size for the repository.
python3 -c 'import sqlite3
typed = sqlite3.connect("typed.db")
typed.execute("PRAGMA page_size = 1024")
typed.execute("VACUUM INTO ?", ("1.db",))'
