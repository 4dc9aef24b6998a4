# The namespace, and the search attributes by which an Admin finds leads; the same as tools/embedded/temporal-search-attributes.ts.
temporal operator namespace describe --namespace default >/dev/null 2>&1 ||
  temporal operator namespace create --namespace default --retention 30d
# The server hears of a new namespace some seconds after it was made.
tries=60
until temporal operator search-attribute list --namespace default >/dev/null 2>&1; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || { echo 'The server does not know its namespace.' >&2; exit 1; }
  sleep 1
done
for pair in PointOfSale:Keyword LeadType:Keyword Assignee:Keyword LeadState:Keyword DeadlineAt:Datetime Overdue:Bool; do
  temporal operator search-attribute create --namespace default --name "${pair%%:*}" --type "${pair##*:}"
done
