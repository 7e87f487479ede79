-- W4: the figures of all counties in all quarters, from the sums and records that the program stored.
-- store: its folder; out: a folder.

CREATE MACRO half_even(above, below) AS
  above // below + CASE
    WHEN 2 * (above % below) > below OR 2 * (above % below) = below AND (above // below) % 2 = 1 THEN 1 ELSE 0 END;
CREATE MACRO twelve(number) AS
  rtrim(rtrim((number // 1000000000000)::VARCHAR || '.' || lpad((number % 1000000000000)::VARCHAR, 12, '0'), '0'), '.');
CREATE MACRO quarter_end(period) AS
  last_day(make_date(left(period, 4)::INTEGER, 3 * right(period, 1)::INTEGER, 1));

COPY (
  WITH
    registered AS (
      SELECT register, region, period, values FROM read_parquet('${store}/packs/*/records.parquet')),
    facilities AS (
      SELECT region, period, (values ->> 'beds')::DECIMAL(18, 6) AS beds,
        (values ->> 'nursing_beds')::DECIMAL(18, 6) AS nursing_beds,
        (values ->> 'opened')::DATE AS opened, (values ->> 'closed')::DATE AS closed
      FROM registered WHERE register = 'facilities'),
    pairs AS (
      SELECT left(region, 6) AS region, left(period, 4) || 'Q' || (right(period, 2)::INTEGER // 3) AS period,
        'share_' || split_part(statistic, '_', 2) AS indicator,
        sum("sum") FILTER (starts_with(statistic, 'served_')) AS part,
        sum("sum") FILTER (starts_with(statistic, 'all_')) AS whole
      FROM read_parquet('${store}/packs/*/sums.parquet')
      WHERE right(period, 2)::INTEGER % 3 = 0
      GROUP BY ALL
      UNION ALL
      SELECT region, period, 'nursing_share', sum(nursing_beds), sum(beds)
      FROM facilities
      WHERE opened <= quarter_end(period) AND (closed IS NULL OR closed > quarter_end(period))
      GROUP BY ALL
      UNION ALL
      SELECT region, period, 'ward_share', count(*) FILTER (values ->> 'elderly_ward' = '1'), count(*)
      FROM registered WHERE register = 'health_units'
      GROUP BY ALL)
  SELECT region, period, indicator, twelve(half_even(part::HUGEINT * 100000000000000, whole::HUGEINT)) AS amount,
    part::BIGINT AS numerator, whole::BIGINT AS denominator
  FROM pairs ORDER BY region, period, indicator)
TO '${out}/answer.csv' (header);
