# The tables of this version of the Temporal server; both commands leave alone what is there already.
schemas=/etc/temporal/schema/postgresql/v12
for pair in temporal:temporal temporal_visibility:visibility; do
  temporal-sql-tool --db "${pair%%:*}" setup-schema -v 0.0
  temporal-sql-tool --db "${pair%%:*}" update-schema -d "$schemas/${pair##*:}/versioned"
done
