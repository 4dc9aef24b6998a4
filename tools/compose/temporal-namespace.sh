# The namespace, and the search attributes by which an Admin finds leads; the same as tools/embedded/temporal-search-attributes.ts.
temporal operator namespace describe --namespace default >/dev/null 2>&1 ||
  temporal operator namespace create --namespace default --retention 30d
for pair in PointOfSale:Keyword LeadType:Keyword Assignee:Keyword LeadState:Keyword DeadlineAt:Datetime Overdue:Bool; do
  temporal operator search-attribute create --namespace default --name "${pair%%:*}" --type "${pair##*:}"
done
