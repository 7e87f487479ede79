-- W1: the indicators of the sample that are made from tables, as somebody would work them out with DuckDB.
-- data: the sample's data folder; converted: what DuckDB cannot read (GB18030, a workbook), as UTF-8 CSV; out: a folder.
-- Reads all quarters, as the program does; a row with a cell that cannot be is dropped whole.

CREATE TABLE leaf AS
WITH RECURSIVE
  region AS (SELECT * FROM read_csv('${assessment}/regions/regions.csv', all_varchar = true)),
  valid AS (
    SELECT * FROM region
    WHERE (valid_from IS NULL OR valid_from <= '2023-12-31') AND (valid_to IS NULL OR valid_to > '2023-12-31')),
  city AS (SELECT code FROM read_csv('${assessment}/cities.csv', all_varchar = true)),
  under AS (
    SELECT city.code AS city, city.code AS region FROM city
    UNION ALL
    SELECT under.city, valid.code FROM under JOIN valid ON valid.parent = under.region)
SELECT under.city, under.region, valid.level
FROM under JOIN valid ON valid.code = under.region
WHERE NOT EXISTS (FROM valid AS child WHERE child.parent = under.region);

-- "…" is too small to be told, and counts as nothing; "—" does not apply.
CREATE MACRO number(text) AS
  CASE WHEN text = '…' THEN 0 WHEN regexp_full_match(text, '[0-9]+(\.[0-9]{1,6})?') THEN text::DECIMAL(18, 6) END;
CREATE MACRO wrong(text) AS text IS NOT NULL AND text != '—' AND number(text) IS NULL;
CREATE MACRO period_of(file) AS regexp_extract(file, '/([0-9]{4}(?:[QH][1-4])?)/[0-9]{6}/', 1);

CREATE TABLE civil AS
FROM read_csv(
  ['${data}/20*/[!4]*/civil_affairs*.csv', '${data}/20*/4[!3]*/civil_affairs*.csv', '${converted}/20*/*/civil_affairs*.csv'],
  header = false, skip = 3, filename = true, null_padding = true, strict_mode = false, delim = ',', quote = '',
  auto_detect = false, columns = {
    region: 'VARCHAR', name: 'VARCHAR', lottery_funds: 'VARCHAR', lottery_funds_elderly_care: 'VARCHAR',
    communities: 'VARCHAR', communities_with_day_care: 'VARCHAR', institution_beds: 'VARCHAR',
    nursing_beds: 'VARCHAR', rural_tekun_institutions: 'VARCHAR', rural_tekun_institutions_compliant: 'VARCHAR',
    care_workers: 'VARCHAR', care_workers_trained: 'VARCHAR', registered_elderly_60plus: 'VARCHAR',
    platform_registered_elderly: 'VARCHAR', disabled_elderly: 'VARCHAR', disabled_elderly_helped: 'VARCHAR',
    tekun_elderly: 'VARCHAR', tekun_elderly_visited: 'VARCHAR', age_friendly_communities_completed: 'VARCHAR',
    social_workers: 'VARCHAR'})
WHERE region IS NOT NULL;

CREATE TABLE planning AS
FROM read_csv(
  ['${data}/20*/[!4]*/planning.csv', '${data}/20*/4[!3]*/planning.csv', '${converted}/20*/*/planning.csv'],
  header = false, skip = 3, filename = true, delim = ',', quote = '',
  auto_detect = false, columns = {
    region: 'VARCHAR', name: 'VARCHAR', planned_population: 'VARCHAR', elderly_care_land: 'VARCHAR',
    new_estates: 'VARCHAR', new_estates_compliant: 'VARCHAR', areas_30k_50k: 'VARCHAR',
    areas_30k_50k_land_met: 'VARCHAR', new_residential_areas: 'VARCHAR',
    new_residential_areas_floor_met: 'VARCHAR', existing_areas_below_norm: 'VARCHAR',
    existing_areas_floor_met: 'VARCHAR', community_facilities: 'VARCHAR', community_facilities_200m2: 'VARCHAR'})
WHERE region IS NOT NULL;

CREATE TABLE health AS
FROM read_csv(
  ['${data}/20*/[!4]*/health.csv', '${data}/20*/4[!3]*/health.csv', '${converted}/20*/*/health.csv'],
  header = false, skip = 2, filename = true, delim = ',', quote = '',
  auto_detect = false, columns = {
    region: 'VARCHAR', name: 'VARCHAR', as_of: 'VARCHAR', primary_care_beds: 'VARCHAR',
    primary_care_nursing_beds: 'VARCHAR', general_hospitals_2plus: 'VARCHAR',
    general_hospitals_2plus_geriatric: 'VARCHAR', elder_hospitals: 'VARCHAR',
    integrated_primary_care_facilities: 'VARCHAR', medical_institutions_four_classes: 'VARCHAR',
    age_friendly_medical_institutions: 'VARCHAR'})
WHERE region IS NOT NULL;

CREATE TABLE census AS
FROM read_csv('${data}/2020/000000/census.csv', header = false, skip = 2, filename = true, delim = ',', quote = '',
  auto_detect = false, columns = {
    region: 'VARCHAR', name: 'VARCHAR', as_of: 'VARCHAR', census_population: 'VARCHAR', census_60plus: 'VARCHAR',
    census_65plus: 'VARCHAR', census_households: 'VARCHAR'});

CREATE TABLE visits AS
FROM read_csv(
  ['${data}/20*/[!4]*/visits.csv', '${data}/20*/4[!3]*/visits.csv', '${converted}/20*/*/visits.csv'],
  header = false, skip = 2, filename = true, delim = ',', quote = '',
  auto_detect = false, columns = {
    region: 'VARCHAR', name: 'VARCHAR', month: 'VARCHAR', special_difficulty_elderly: 'VARCHAR',
    special_difficulty_elderly_visited: 'VARCHAR'})
WHERE region IS NOT NULL;

CREATE TABLE items AS
FROM read_csv(
  ['${data}/20*/[!4]*/institutions_mechanism.csv', '${data}/20*/4[!3]*/institutions_mechanism.csv',
   '${converted}/20*/*/institutions_mechanism.csv'],
  header = false, skip = 2, filename = true, delim = ',', quote = '',
  auto_detect = false, columns = {
    region: 'VARCHAR', name: 'VARCHAR', item: 'VARCHAR', found: 'VARCHAR', document: 'VARCHAR', issued: 'VARCHAR'})
WHERE region IS NOT NULL;

-- A later delivery of the same slot counts; rows with a wrong cell are left out.
CREATE TABLE told AS
WITH
  long AS (
    SELECT region, period_of(filename) AS period, filename, statistic, text
    FROM (UNPIVOT (SELECT * EXCLUDE name FROM civil) ON COLUMNS(* EXCLUDE (region, filename)) INTO NAME statistic VALUE text)
    UNION ALL BY NAME
    SELECT region, period_of(filename) AS period, filename, statistic, text
    FROM (UNPIVOT (SELECT * EXCLUDE name FROM planning) ON COLUMNS(* EXCLUDE (region, filename)) INTO NAME statistic VALUE text)
    UNION ALL BY NAME
    SELECT region, period_of(filename) AS period, filename, statistic, text
    FROM (UNPIVOT (SELECT * EXCLUDE (name, as_of) FROM health) ON COLUMNS(* EXCLUDE (region, filename)) INTO NAME statistic VALUE text)
    UNION ALL BY NAME
    SELECT region, period_of(filename) AS period, filename, statistic, text
    FROM (UNPIVOT (SELECT * EXCLUDE (name, as_of) FROM census) ON COLUMNS(* EXCLUDE (region, filename)) INTO NAME statistic VALUE text)
    UNION ALL BY NAME
    SELECT region, month AS period, filename, statistic, text
    FROM (UNPIVOT (SELECT * EXCLUDE name FROM visits) ON COLUMNS(* EXCLUDE (region, month, filename)) INTO NAME statistic VALUE text)),
  bad AS (
    SELECT DISTINCT region, filename FROM long WHERE wrong(text)
    UNION
    SELECT region, filename FROM civil WHERE number(nursing_beds) > number(institution_beds)
    UNION
    SELECT region, filename FROM (SELECT DISTINCT * FROM civil) GROUP BY ALL HAVING count(*) > 1),
  good AS (SELECT * FROM long ANTI JOIN bad USING (region, filename)),
  counting AS (
    SELECT * FROM good
    QUALIFY (filename LIKE '%-restated.csv') = max(filename LIKE '%-restated.csv') OVER (PARTITION BY region, period, statistic))
SELECT region, period, statistic,
  CASE WHEN statistic = 'elderly_care_land' THEN 10000 ELSE 1 END * any_value(number(text)) AS value,
  any_value(text) AS text
FROM counting
GROUP BY region, period, statistic
HAVING count(DISTINCT text) = 1;

CREATE TABLE indicator(id VARCHAR, part VARCHAR, whole VARCHAR, factor INTEGER, most DECIMAL(9, 2));
INSERT INTO indicator VALUES
  ('welfare_lottery_share_to_elderly_care', 'lottery_funds_elderly_care', 'lottery_funds', 100, 70),
  ('community_day_care_coverage', 'communities_with_day_care', 'communities', 100, 100),
  ('new_residential_facility_compliance', 'new_estates_compliant', 'new_estates', 100, 100),
  ('nursing_bed_share', 'nursing_beds', 'institution_beds', 100, 60),
  ('primary_care_nursing_bed_share', 'primary_care_nursing_beds', 'primary_care_beds', 100, 40),
  ('rural_tekun_institution_quality', 'rural_tekun_institutions_compliant', 'rural_tekun_institutions', 100, 100),
  ('geriatric_department_share', 'general_hospitals_2plus_geriatric', 'general_hospitals_2plus', 100, 90),
  ('land_per_capita', 'elderly_care_land', 'planned_population', 1, 0.25),
  ('nursing_home_land_30k_50k', 'areas_30k_50k_land_met', 'areas_30k_50k', 100, 100),
  ('new_area_m2_per_100_households', 'new_residential_areas_floor_met', 'new_residential_areas', 100, 100),
  ('existing_area_m2_per_100_households', 'existing_areas_floor_met', 'existing_areas_below_norm', 100, 100),
  ('existing_area_min_m2', 'community_facilities_200m2', 'community_facilities', 100, 100),
  ('caregiver_preservice_training', 'care_workers_trained', 'care_workers', 100, 100),
  ('smart_platform_registration', 'platform_registered_elderly', 'registered_elderly_60plus', 100, 100),
  ('disabled_elderly_help_rate', 'disabled_elderly_helped', 'disabled_elderly', 100, 100),
  ('tekun_elderly_visit_rate', 'tekun_elderly_visited', 'tekun_elderly', 100, 100),
  ('special_difficulty_monthly_visit_rate', 'special_difficulty_elderly_visited', 'special_difficulty_elderly', 100, 100),
  ('social_workers_per_1000_elderly', 'social_workers', 'census_60plus', 1000, 1.5),
  ('age_friendly_medical_share', 'age_friendly_medical_institutions', 'medical_institutions_four_classes', 100, 100);

-- What fills 2023Q4: the quarter itself, its half-year or year, each of its months, the census.
CREATE TABLE filled AS
SELECT region, statistic, value, text, CASE WHEN length(period) = 7 THEN period ELSE '' END AS month
FROM told
WHERE period IN ('2023Q4', '2023H2', '2023', '2020', '2023-10', '2023-11', '2023-12');

CREATE TABLE shares AS
WITH
  each AS (
    SELECT indicator.id, leaf.city, coalesce(part.month, whole.month) AS month, part.value AS part, whole.value AS whole,
      part.text = '—' OR whole.text = '—' AS exempt
    FROM indicator CROSS JOIN leaf
    LEFT JOIN filled AS whole ON whole.statistic = indicator.whole AND whole.region = leaf.region
    LEFT JOIN filled AS part ON part.statistic = indicator.part AND part.region = leaf.region
      AND part.month IS NOT DISTINCT FROM whole.month),
  summed AS (
    SELECT id, city, month, sum(part) FILTER (part IS NOT NULL AND whole IS NOT NULL) AS part,
      sum(whole) FILTER (part IS NOT NULL AND whole IS NOT NULL) AS whole,
      count(*) FILTER (exempt IS NOT TRUE) AS due, count(*) FILTER (part IS NOT NULL AND whole IS NOT NULL) AS came
    FROM each GROUP BY ALL)
SELECT id, city, arg_min(part, (part / whole, month)) AS part, arg_min(whole, (part / whole, month)) AS whole, min(came) AS came, max(due) AS due
FROM summed
GROUP BY id, city;

CREATE TABLE units AS
WITH
  asked(id, statistic, least, levels) AS (VALUES
    ('county_elder_hospital', 'elder_hospitals', 1, ['county', 'county_level_city']),
    ('county_primary_care_integrated_facility', 'integrated_primary_care_facilities', 1,
      ['district', 'municipality_district', 'county', 'county_level_city']),
    ('age_friendly_communities', 'age_friendly_communities_completed', 3,
      ['district', 'municipality_district', 'county', 'county_level_city']))
SELECT id, city, count(*) FILTER (value >= least) AS part, count(*) AS whole, count(value) AS came, count(*) AS due
FROM asked JOIN leaf ON list_contains(levels, leaf.level)
LEFT JOIN filled ON filled.region = leaf.region AND filled.statistic = asked.statistic
GROUP BY id, city;

CREATE TABLE held AS
WITH named(id, item) AS (VALUES
  ('public_institution_assessment', '公办养老机构入住综合评估办法'),
  ('public_built_private_run', '公建民营养老机构管理制度'),
  ('inclusive_policy', '普惠性养老服务政策体系'),
  ('conversion_inventory', '培训疗养机构底数梳理'),
  ('conversion_standard', '培训疗养资源转型条件和标准'),
  ('conversion_orderly', '培训资源转型有序推进'),
  ('special_fund', '设立专项经费'))
SELECT named.id, items.region AS city, (items.found = '是')::INTEGER AS part
FROM items JOIN named USING (item)
WHERE period_of(filename) = '2023H2';

-- Exact to 12 decimals, half to even; scores to 10.
CREATE MACRO half_even(above, below) AS
  above // below + CASE
    WHEN 2 * (above % below) > below OR 2 * (above % below) = below AND (above // below) % 2 = 1 THEN 1 ELSE 0 END;
CREATE MACRO shown(number) AS
  CASE WHEN contains(number::VARCHAR, '.') THEN rtrim(rtrim(number::VARCHAR, '0'), '.') ELSE number::VARCHAR END;

CREATE MACRO twelve(number) AS
  rtrim(rtrim((number // 1000000000000)::VARCHAR || '.' || lpad((number % 1000000000000)::VARCHAR, 12, '0'), '0'), '.');

CREATE TABLE answer AS
WITH
  parts AS (
    SELECT shares.id, city, shares.part, shares.whole, came, due, factor, most
    FROM shares JOIN indicator USING (id)
    UNION ALL
    SELECT id, city, part, whole, came, due, 100, 100 FROM units),
  exact AS (
    SELECT id, city, part, whole, most, came / due AS coverage,
      (part * 1000000)::HUGEINT * factor AS above, (whole * 1000000)::HUGEINT AS below
    FROM parts
    WHERE due > 0 AND came = due AND whole > 0)
SELECT id, city, twelve(half_even(above * 1000000000000, below)) AS amount, shown(part::DECIMAL(38, 6)) AS numerator,
  shown(whole::DECIMAL(38, 6)) AS denominator, least(100, round(above::DOUBLE / below::DOUBLE / most::DOUBLE * 100, 10)) AS score
FROM exact
UNION ALL
SELECT id, city, part::VARCHAR, part::VARCHAR, NULL, 100 * part FROM held;

COPY (
  SELECT city AS region, id AS indicator, amount, numerator, denominator, score FROM answer ORDER BY region, indicator)
TO '${out}/answer.csv' (header);
