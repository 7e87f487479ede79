package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Packs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers and the name are made up. */
class PersonalDataRunTest {
  private static final String PHONE = "13800138000";

  /** Every way in which the number is planted below, and the name. */
  private static final List<String> PLANTED =
      List.of(PHONE, "138 0013", "0013 8000", "138-0013", "0013-8000", "１３８", "０００", "张三丰");

  @TempDir Path temp;

  private static byte[] lines(String... lines) {
    return Repository.utf8(String.join("\n", lines) + "\n");
  }

  private static String bytes(Path file) {
    return new String(Repository.bytes(file), StandardCharsets.UTF_8);
  }

  @Test
  void appearsInNoFileThatARunWritesAndInNothingItSays() throws IOException {
    Path out = temp.resolve("out");
    Path assessment =
        SmallAssessment.delivered()
            .deliver(
                "2023Q3/110000/civil.second.csv",
                "civil/110000/2023Q3/second",
                "2024-01-16",
                "full",
                lines("养老服务情况表（联系电话 138-0013-8000）,,,,", "代码,地区,床位数,护理型,资金", "110101,东区,100,60,10"))
            .deliver(
                "2023Q3/120000/civil.second.csv",
                "civil/120000/2023Q3/second",
                "2024-01-16",
                "full",
                lines(
                    "养老服务情况表,,,,,",
                    "代码,地区,床位数,护理型,资金,姓名",
                    "120101,北区,150,90,20,张三丰",
                    ",合计,,,,１３８００１３８０００"))
            .deliver(
                "2023H2/110000/items.second.csv",
                "items/110000/2023H2/second",
                "2024-01-10",
                "full",
                lines("代码,事项,情况,文件,印发日期", "110100,养老服务制度,是,经办 138 0013 8000,2023-08-01"))
            .write(temp.resolve("assessment"));

    Cli.Ran ran = Cli.run("evaluate", assessment, "--out", out, "--format", "html,xlsx");

    assertThat(ran.status()).as(ran.err()).isZero();
    StringBuilder all = new StringBuilder(ran.out()).append(ran.err());
    for (Path file : Repository.files(out)) {
      all.append(file).append(bytes(file));
    }
    Packs packs = new Packs(new LocalStorage(out.resolve("store")));
    for (Packs.Entry entry : packs.entries().values()) {
      packs
          .rejects(entry.pack(), java.util.Set.of(entry.key()))
          .forEach(one -> all.append(one.reject()));
    }
    String told = all.toString().replaceAll("[0-9a-f]{16,}", "#"); // a hash may hold any digits
    PLANTED.forEach(planted -> assertThat(told).doesNotContain(planted));
    assertThat(bytes(out.resolve("current/2023Q3/rejects.csv"))).contains("PERSONAL_DATA");
    assertThat(
            Repository.files(out.resolve("store/inputs")).stream()
                .filter(file -> file.toString().endsWith(".withheld")))
        .as("files of which no copy is kept")
        .hasSize(3);
    assertThat(Repository.files(out.resolve("store/inputs")))
        .as("copies of files that hold none")
        .noneMatch(file -> bytes(file).contains("0013"));
    assertThat(Cli.run("verify", "--out", out).status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "responses.csv, 'city,about,kind,date,author,text_zh,text_en,decision\n"
        + "110100,nursing_share,response,2024-02-01,市,请致电 138 0013 8000,,\n'",
    "notes/110100.zh.md, 'author: 李明, date: 2024-01-20\n\n电话 138-0013-8000。\n'",
    "cities.csv, 'code,note\n13800138000,\n'",
    "regions/successors.csv, 'from,to,on,share\n13800138000,110101,2023-01-01,1\n'",
    "signatures.csv, 'period,who,role,date,sha256\n2023Q4,李明 13800138000,组长,2024-02-01,a\n'",
  })
  void isRefusedInWhatPeopleWriteAndNotRepeated(String file, String text) throws IOException {
    Path assessment =
        SmallAssessment.delivered().file(file, text).write(temp.resolve("assessment"));

    Cli.Ran ran = Cli.run("evaluate", assessment, "--out", temp.resolve("out"));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains(file).contains("identity or telephone number (not shown)");
    PLANTED.forEach(planted -> assertThat(ran.out() + ran.err()).doesNotContain(planted));
    assertThat(Files.exists(temp.resolve("out/current"))).isFalse();
  }
}
