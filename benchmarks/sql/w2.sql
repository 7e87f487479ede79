-- W2: a quarter, from its files to Parquet and the figures of each county, as somebody would with DuckDB.
-- villages: list of files; registers: the folder of theirs; month: its last month; day: its last day; out: a folder.

COPY (
  FROM read_csv(${villages}, header = true, delim = ',', columns = {
    region_code: 'VARCHAR', period: 'VARCHAR', statistic: 'VARCHAR', value: 'DECIMAL(18, 6)', unit: 'VARCHAR'}))
TO '${out}/villages.parquet';

COPY (
  FROM read_csv('${registers}/*/facilities.csv', header = true, delim = ',', columns = {
    code: 'VARCHAR', region_code: 'VARCHAR', kind: 'VARCHAR', beds: 'DECIMAL(18, 6)', nursing_beds: 'DECIMAL(18, 6)',
    opened: 'DATE', closed: 'DATE'}))
TO '${out}/facilities.parquet';

COPY (
  FROM read_csv('${registers}/*/health_units.csv', header = true, delim = ',', columns = {
    code: 'VARCHAR', region_code: 'VARCHAR', kind: 'VARCHAR', elderly_ward: 'VARCHAR'}))
TO '${out}/health_units.parquet';

CREATE MACRO half_even(above, below) AS
  above // below + CASE
    WHEN 2 * (above % below) > below OR 2 * (above % below) = below AND (above // below) % 2 = 1 THEN 1 ELSE 0 END;
CREATE MACRO twelve(number) AS
  rtrim(rtrim((number // 1000000000000)::VARCHAR || '.' || lpad((number % 1000000000000)::VARCHAR, 12, '0'), '0'), '.');

COPY (
  WITH
    pairs AS (
      SELECT left(region_code, 6) AS region, 'share_' || split_part(statistic, '_', 2) AS indicator,
        sum(value) FILTER (starts_with(statistic, 'served_')) AS part,
        sum(value) FILTER (starts_with(statistic, 'all_')) AS whole
      FROM '${out}/villages.parquet'
      WHERE period = '${month}'
      GROUP BY ALL
      UNION ALL
      SELECT region_code, 'nursing_share', sum(nursing_beds), sum(beds)
      FROM '${out}/facilities.parquet'
      WHERE opened <= DATE '${day}' AND (closed IS NULL OR closed > DATE '${day}')
      GROUP BY ALL
      UNION ALL
      SELECT region_code, 'ward_share', count(*) FILTER (elderly_ward = '是'), count(*)
      FROM '${out}/health_units.parquet'
      GROUP BY ALL)
  SELECT region, indicator, twelve(half_even(part::HUGEINT * 100000000000000, whole::HUGEINT)) AS amount,
    part::BIGINT AS numerator, whole::BIGINT AS denominator
  FROM pairs ORDER BY region, indicator)
TO '${out}/answer.csv' (header);
