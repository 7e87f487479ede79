-- The workbooks of the sample as the CSV that other provinces send, from what the program stored of them.
CREATE TABLE told AS
SELECT split_part(file, '/', 1) AS period, region, statistic,
  CASE mark WHEN 'number' THEN rtrim(rtrim((value * CASE unit WHEN '万人' THEN 10000 ELSE 1 END)::VARCHAR, '0'), '.') ELSE '—' END AS text
FROM read_parquet('${store}/packs/*/observations.parquet')
WHERE file LIKE '%/planning_workbook.xlsx';

COPY (
  SELECT period, region, '' AS name,
    max(text) FILTER (statistic = 'planned_population') AS planned_population,
    max(text) FILTER (statistic = 'elderly_care_land') AS elderly_care_land,
    max(text) FILTER (statistic = 'new_estates') AS new_estates,
    max(text) FILTER (statistic = 'new_estates_compliant') AS new_estates_compliant,
    max(text) FILTER (statistic = 'areas_30k_50k') AS areas_30k_50k,
    max(text) FILTER (statistic = 'areas_30k_50k_land_met') AS areas_30k_50k_land_met,
    max(text) FILTER (statistic = 'new_residential_areas') AS new_residential_areas,
    max(text) FILTER (statistic = 'new_residential_areas_floor_met') AS new_residential_areas_floor_met,
    max(text) FILTER (statistic = 'existing_areas_below_norm') AS existing_areas_below_norm,
    max(text) FILTER (statistic = 'existing_areas_floor_met') AS existing_areas_floor_met,
    max(text) FILTER (statistic = 'community_facilities') AS community_facilities,
    max(text) FILTER (statistic = 'community_facilities_200m2') AS community_facilities_200m2
  FROM told GROUP BY period, region ORDER BY period, region)
TO '${out}/workbooks.csv' (header);
