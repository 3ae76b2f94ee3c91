#!/bin/sh
# A filled database of schema 3, by typing: see README.md.
# sh 3.sh FOLDER, with netlog 0.1.0 on the PATH; it leaves FOLDER/3.db.
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
BDAY:1980-05-21
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:王小明
EMAIL:ming@tea.example
NOTE:Drinks tea\, never coffee.\nSecond line.
END:VCARD
CARDS
cat > Connections.csv <<'CONNECTIONS'
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Øyvind,Berg,https://www.linkedin.com/in/oberg,oyvind@berg.example,Berg Legal,lawyer,11 Jan 2023
Priya,Nair,,priya@nair.example,Nair & Co,partner,05 Mar 2024
Bo,Lindqvist,https://www.linkedin.com/in/bolind,,Harbour Coaching,,02 Feb 2022
CONNECTIONS
printf 'Name,E-mail\nIvo Hart,ivo@hart.example\nUna Lind,una@lind.example\n' > fair.csv
printf 'Name,Phone\nVera Stone,+44 20 7946 0018\nWim Ode,+31 20 555 0199\n' > old.csv

# What came before a forget: of the list it only stays known that there was one.
day 2023-11-06
n import old.csv --kind prospect
n add Forgotten Fellow --email forgotten@fellow.example
n log Forgotten Vera -k lunch --on 2023-11-03
n forget Forgotten Fellow --yes
day 2024-01-08
n add Alisa Kwan --known --kind client --org "Harbour Coaching" --city Boston \
  --email alisa@harbour.example --phone "+1 617 555 0118" --tag choir --every 2m
n add Bo Lindqvist --known --kind partner --every 6w --likes "old maps" --needs readers
n add Ruth Okafor --kind mentor --org "City Library" --birthday "29 feb" --tag board
n log Alisa -k coffee --on 2024-01-05 --at "Blue Bottle" --note "Starts a course."
n log Alisa Bo Ruth -k note --on 2024-01-07 --note "New Year cards, by hand."
n log Bo -k call --on today --names "Emil Østergård, Fay Wong"
n import cards.vcf --every 6m --tag imported
n due
day 2024-02-05
n import Connections.csv
n due
day 2024-03-04
n add Dorie Clark --via Alisa --on 2024-02-20 --org "Clark Media" --role author \
  --offers readers --promise "two references" --by 2024-03-20
n log dorie-clark -k email --on 2024-02-25 --no-answer
n log dorie-clark -k email --on 2024-03-01
n log dorie-clark -k coffee --at "Café Zoë" --guess likely --got "tip:ask the library"
n log Alisa Bo -k message --on 2024-03-03 --no-answer --note "Asked both of them."
n log Ruth Bo -k event --on 2024-03-02 --at "City Library"
n add Zoë Park --met --kind friend --no-sell --handle zoe --on 2024-03-01
n intro "Peter Novak" --by Dorie --on 2024-03-03 --new
n add A Mistake --met
n undo
n import fair.csv --tag fair --kind prospect
n due
day 2024-06-03
n log Peter -k lunch --on 2024-05-20 --at "Blue Bottle" --guess maybe
n got Peter client "a column, twelve times" --value 5000 --on 2024-05-27
n got Dorie interview --they-called
n gave Bo feedback "on his talk; \"kindly\"" --on 2024-02-01
n thank Dorie
n log Bo Alisa -k exchange --on 2024-06-01 --introduce --note "They had never met."
n intro fay-wong emil-ostergard --by Bo --state offered
n intro "Gil Tan" --by Bo --state dropped --new
n intro ivo-hart --by Ruth --state offered
n done 1 --on 2024-03-04
n promise Ruth the list of archives --by "next fri"
n promise Bo "a book; with \\ and %s" --by eom
n done 3 --drop
n due
day 2024-09-02
n log fay-wong -k email --on 2024-08-01 --no-answer
n log fay-wong -k message --on 2024-08-20 --no-answer
n log fay-wong -k message --on 2024-08-30 --no-answer
n log oyvind-berg -k message --on 2024-08-30
n log maria-sole -k note --on 2024-08-30 --note "Thanked her by hand."
n log una-lind -k met --on 2024-08-29 --at Station
n due
n swap
n skip priya-nair
n snooze oyvind-berg 2025-09-01
n rest vera-stone
n rest emil-ostergard
n wake emil-ostergard
# Entries that were mistyped, or edited back and forth; some are taken out later.
n edit --touch 8 --answered
n edit --touch 8 --no-answer
n edit --touch 6 --no-answer
n edit --touch 3 --no-answer
n edit --touch 3 --answered --note "Written, not printed."
n edit --touch 12 --kind call
n edit --touch 17 --kind note
n edit --touch 18 --kind coffee
n edit --touch 14 --answered
n rm --touch 14
n add Gone Again --met
n log gone-again Bo -k email --on 2024-08-31
n edit --touch 21 --no-answer
n rm gone-again
n edit --touch 21 --answered
n add Ruth O. --tag library --kind expert
n log ruth-o ruth-okafor -k call --on 2024-08-20 --no-answer
n merge ruth-okafor ruth-o --yes
n edit alisa --every none --kind friend --tag band --not-known
n edit priya --known --city Leeds
n rm --intro 4
n rm wim-ode
n due
day 2025-02-03
n log dorie-clark -k call --on 2025-01-15
n log peter -k note --on 2025-01-30
n due
day 2025-04-07
n due
day 2025-05-26
n log dorie-clark -k coffee --on 2025-05-22 --at "Café Zoë" --note "line one
line two"
n add Susan Reyes --at "waiting room" --on 2025-05-24 --phone "+1 617 555 0142"
n promise Susan two client references
n due
n add Taken Back --via Susan --promise "nothing at all" --kind client
n log Taken -k email --no-answer
n edit --touch 27 --answered
n rm bo-lindqvist
n import cards.vcf --update --tag seen
n undo
n undo
n undo
n undo
n undo
n history
n info

# Small pages, since most tables hold little: half the size for the repository.
python3 -c 'import sqlite3
typed = sqlite3.connect("typed.db")
typed.execute("PRAGMA page_size = 1024")
typed.execute("VACUUM INTO ?", ("3.db",))'
