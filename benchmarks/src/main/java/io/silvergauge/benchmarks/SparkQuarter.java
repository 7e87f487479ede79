package io.silvergauge.benchmarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * W5's peer: plain Spark SQL, written the obvious way. {@code SparkQuarter DATA REGISTERS MONTH DAY
 * OUT}
 */
public final class SparkQuarter {
  private SparkQuarter() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    String day = args[3];
    Path out = Path.of(args[4]);
    try (SparkSession spark =
        SparkSession.builder().appName("W5").master("local[*]").getOrCreate()) {
      for (String table : List.of("villages", "facilities", "health_units")) {
        spark
            .read()
            .option("header", true)
            .option("inferSchema", true)
            .csv((table.equals("villages") ? args[0] : args[1]) + "/*/" + table + ".csv")
            .write()
            .parquet(out.resolve(table + ".parquet").toString());
      }
      Dataset<Row> villages = read(spark, out, "villages");
      Dataset<Row> shares =
          villages
              .where(col("period").startsWith(args[2]))
              .withColumn("region", substring(col("region_code").cast("string"), 1, 6))
              .withColumn(
                  "indicator", concat(lit("share_"), substring_index(col("statistic"), "_", -1)))
              .groupBy("region", "indicator")
              .agg(
                  sum(when(col("statistic").startsWith("served"), col("value"))).as("numerator"),
                  sum(when(col("statistic").startsWith("all"), col("value"))).as("denominator"));
      Dataset<Row> nursing =
          read(spark, out, "facilities")
              .where(
                  col("opened")
                      .leq(lit(day).cast("date"))
                      .and(col("closed").isNull().or(col("closed").gt(lit(day).cast("date")))))
              .groupBy(col("region_code").cast("string").as("region"))
              .agg(sum("nursing_beds").as("numerator"), sum("beds").as("denominator"))
              .select(col("region"), lit("nursing_share"), col("numerator"), col("denominator"));
      Dataset<Row> wards =
          read(spark, out, "health_units")
              .groupBy(col("region_code").cast("string").as("region"))
              .agg(
                  count(when(col("elderly_ward").equalTo("是"), 1)).as("numerator"),
                  count(lit(1)).as("denominator"))
              .select(col("region"), lit("ward_share"), col("numerator"), col("denominator"));
      shares
          .union(nursing)
          .union(wards)
          .select(
              col("region"),
              col("indicator"),
              col("numerator").cast("bigint").as("numerator"),
              col("denominator").cast("bigint").as("denominator"))
          .orderBy("region", "indicator")
          .coalesce(1)
          .write()
          .option("header", true)
          .csv(out.resolve("answer").toString());
    }
    try (Stream<Path> parts = Files.list(out.resolve("answer"))) {
      Files.copy(
          parts.filter(part -> part.toString().endsWith(".csv")).findFirst().orElseThrow(),
          out.resolve("answer.csv"));
    }
  }

  private static Dataset<Row> read(SparkSession spark, Path out, String table) {
    return spark.read().parquet(out.resolve(table + ".parquet").toString());
  }
}
