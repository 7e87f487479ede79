package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.jobs.Repository;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are made up; the identity numbers have the check digit that makes them look real. */
class PersonalDataTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "13800138000",
        "张三 13800138000",
        "张三13800138000（儿子）",
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "+86 13800138000",
        "+86-138-0013-8000",
        "+8613800138000",
        "008613800138000",
        "2023 13800138000",
        "302 138-0013-8000", // beside another number
        "138 0013 8000 139 0013 9000",
        "138 0013 8000\n139 0013 9000",
        "138.0013.8000",
        "共 12 人 110105 19491231 002X 3",
        "110105194912310000", // as a spreadsheet rounds it
        "+86 371-65880000",
        "+86-0371-65880000",
        "11010519491231002X",
        "11010519491231002x",
        "身份证：11010519491231002X。",
        "110105 19491231 002X",
        "１１０１０５１９４９１２３１００２Ｘ",
        "440524188001010014",
        "110105491231002", // of the first generation
        "110105 491231 002",
        "0371-65880000",
        "(0371) 6588 0000",
        "（０１０）６５８８－００００",
        "电话 021 5888 0000",
        "01062345678", // in one, as it is dialled
        "电话：03716588000（办）",
        "037165880000",
        "0371 65880000",
        "Tel037165880000",
        "+8637165880000",
        "00861062345678",
        "013800138000",
        "13800138000.0", // as a program writes a number
        "(138)0013 8000",
        "（138）00138000",
        "138 (0013) 8000",
        "+86(138)0013-8000",
        "138/0013/8000",
        "１３８／００１３／８０００",
        "+86-138 0013 8000",
        "ID11010519491231002X",
        "Call 0371-65880000.",
        "110105491231002.",
      })
  void isFoundHoweverItIsWritten(String text) {
    assertThat(PersonalData.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "中原区",
        "410102",
        "2023-12-31",
        "豫民发〔2023〕13800号",
        "12800138000", // no mobile number begins so
        "1380013800", // one digit short
        "138001380001", // one too many
        "1.38 0013 8000",
        "146 (2021/2022)",
        "110105194913310000", // month 13
        "110105194912310021", // the wrong check digit
        "110105194913310022", // month 13
        "91410100MA3H7K2R0T", // a credit code
        "1234567890123456789012",
        "110105491331002", // month 13
        "990105491231002", // no province
        "100000000000.000001",
        "65880000", // no town: may be a count
        "13812345678.25",
        "13812345678.5 万元",
        "0.13812345678",
        "410105001001", // a village
        "410105001001 东村",
        "91410100012345678X", // a credit code
        "026123456789", // no town has this code
        "0106234567", // one digit short
        "A01062345678", // a number of a document
        "010623456789",
        "145/2022/2023", // of two years
        "145 (2022) 2023",
        "1380/0138/000",
        "0371 2023-10-01"
      })
  void isNotFoundWhereThereIsNone(String text) {
    assertThat(PersonalData.isIn(text)).isFalse();
  }

  /** In the name of a file a region's code and a year may make eleven digits beginning with 13. */
  @Test
  void isNotACodeBesideAYearInTheNameOfAFile() {
    assertThat(PersonalData.isInPath("2023Q4/130000/130100-2023-4.csv")).isFalse();
    assertThat(PersonalData.isInPath("2023Q4/140000/140100_2023_1.xlsx")).isFalse();
    assertThat(PersonalData.isInPath("2023Q4/130000/138-0013-8000.csv")).isTrue();
    assertThat(PersonalData.isInPath("110105-1949-1231-002X.pdf")).isTrue();
    assertThat(PersonalData.isInPath("2023Q4/130000/130100-2023-13800138000.csv")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"手机号码", "联系手机", "身份证号", "户主姓名", "移动电话", "服务对象姓名", "姓名（必填）", "监护人 姓名"})
  void standsUnderSuchHeadings(String heading) {
    assertThat(PersonalData.isHeading(heading)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"老年人智能手机培训人次", "机构名称", "联系人数", "法定代表人姓名"})
  void doesNotStandUnderHeadingsOfCounts(String heading) {
    assertThat(PersonalData.isHeading(heading)).isFalse();
  }

  @Test
  void isNotAPathThatAMessageNames() {
    Reject reject = Sent.civil("110101,东区,约100,60,30").rejects().get(0);
    String path = "2023Q4/150000/150000_2023_1.csv";
    Bilingual named =
        new Bilingual(
            reject.message().zh().replace(reject.file(), path),
            reject.message().en().replace(reject.file(), path));
    Reject there =
        new Reject(
            path,
            reject.sheet(),
            reject.row(),
            reject.line(),
            reject.column(),
            reject.value(),
            reject.reason(),
            reject.period(),
            named);

    assertThat(PersonalData.isIn(path)).isTrue(); // its digits alone might be a number
    assertThat(PersonalRows.shown(there)).isEqualTo(there);
  }

  /** The value must appear nowhere: neither as a value nor in any other message of the row. */
  @Test
  void appearsInNoRejectOfTheRow() {
    String phone = "13800138000";
    String identity = "11010519491231002X";
    List<Batch> batches =
        List.of(
            Sent.civil(phone + ",东区,100,60,30"),
            Sent.civil("110101," + identity + ",约100,60,30"),
            Sent.civil("110101,东区,张三" + phone + ",60,30"),
            Sent.civil("110101,东区," + identity + ",60,30"),
            Sent.read(Sent.visits(), "代码,月份,时点,名单,探访", "110101," + phone + ",,1,1"),
            Sent.read(Sent.visits(), "代码,月份,时点,名单,探访", "110101,2023-10," + phone + ",1,1"),
            Sent.read(Sent.items(), "代码,事项,情况,文件,印发日期", "110100," + identity + ",是,,"),
            Sent.read(Sent.items(), "代码,事项,情况,文件,印发日期", "110100,养老服务制度,是," + phone + ","),
            Sent.read(Sent.items(), "代码,事项,情况,文件,印发日期", "110100,养老服务制度,问" + phone + ",,"),
            Sent.read(
                Sent.plain(),
                "region_code,period,statistic,value,unit",
                "110101,2023Q4,beds,1," + phone),
            Sent.civil("110101," + phone));
    for (Batch batch : batches) {
      assertThat(batch.account().rejected()).isEqualTo(1);
      assertThat(batch.observations()).isEmpty();
      assertThat(batch.toString()).doesNotContain("0013").doesNotContain("19491231");
    }
    assertThat(batches.subList(0, 10))
        .allSatisfy(
            batch ->
                assertThat(batch.rejects())
                    .extracting(Reject::reason)
                    .containsOnly(RejectReason.PERSONAL_DATA));
  }

  /** Whatever the reject is about: its reason decides whether a copy of the file is kept. */
  @Test
  void isTheReasonWhereverItIsFound() {
    String rounded = "110105194912310000";
    List<Batch> batches =
        List.of(
            Sent.civil("110101,东区," + rounded + ",60,30"),
            Sent.read(Sent.civil(), Books.zip("13800138000.pdf", Repository.utf8("%PDF-1.4"))),
            Sent.read(Sent.civil(), Books.zip("../13800138000.csv", Repository.utf8("a"))),
            Sent.read(Sent.civil(), "表", "代码,地区,床位,床位,资金", "110101,李四13800138000,1,1,1"),
            Sent.read(Sent.visits(), "表", "代码,月份,时点,名单,探访", "110101,13800138000,,1,1"));
    for (Batch batch : batches) {
      assertThat(batch.rejects()).extracting(Reject::reason).contains(RejectReason.PERSONAL_DATA);
      assertThat(batch.toString()).doesNotContain("0013").doesNotContain("19491231");
    }
  }

  /** 13,800,138,000 may well be a sum of money. */
  @Test
  void isNoNumberOfAStatistic() {
    Batch wide = Sent.civil("110101,东区,1,1,13800138000");
    assertThat(wide.rejects()).isEmpty();
    Batch longForm =
        Sent.read(
            Sent.plain(),
            "region_code,period,statistic,value,unit",
            "110101,2023Q4,funds,13800138000,元");
    assertThat(longForm.rejects()).isEmpty();
    assertThat(longForm.observations()).hasSize(1);
  }

  /** Personal data in a column that nobody asked for still means the file must be sent again. */
  @Test
  void isRefusedInColumnsThatAreNotRead() {
    Batch batch =
        Sent.read(Sent.civil(), "表", "代码,地区,床位数,护理型,资金,联系人", "110101,东区,100,60,30,李四 13912345678");

    assertThat(batch.rejects())
        .extracting(Reject::reason, Reject::column, Reject::value)
        .containsExactly(tuple(RejectReason.PERSONAL_DATA, "联系人", ""));
  }
}
