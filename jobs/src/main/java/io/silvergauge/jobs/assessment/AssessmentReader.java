package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.FaultyFilesException;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.document.YamlFile;
import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.evaluation.Signing;
import io.silvergauge.indicators.finding.Note;
import io.silvergauge.indicators.finding.NoteText;
import io.silvergauge.indicators.finding.Response;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionList;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Successor;
import io.silvergauge.indicators.region.Successors;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.PlanReader;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.SchemeLibrary;
import io.silvergauge.indicators.scheme.SchemeReader;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.verification.VisitRound;
import io.silvergauge.jobs.form.FormDescriptions;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.SourceDescriptionReader;
import io.silvergauge.reports.ReportFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads an assessment folder whole and reports every fault of every file at once. */
public final class AssessmentReader {

  private static final Pattern NOTE = Pattern.compile("(.+)\\.(zh|en)\\.md");
  private static final String SUCCESSORS = "successors.csv";

  private final Path folder;
  private final Faults faults = new Faults();
  private final Map<String, String> hashes = new TreeMap<>();

  private AssessmentReader(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads the folder.
   *
   * @throws FaultyFilesException with every fault, if there is one
   * @throws IOException if the folder cannot be read
   */
  public static Assessment read(Path folder) throws IOException {
    return new AssessmentReader(folder).assessment();
  }

  private Assessment assessment() throws IOException {
    Optional<byte[]> content = content("assessment.yaml");
    faults.throwIfAny();
    hashes.put("assessment.yaml", hashWithoutStore(content.orElseThrow()));
    Section root = YamlFile.read("assessment.yaml", content.orElseThrow(), faults);
    faults.throwIfAny();
    Bilingual name = root.bilingual("name");
    Bilingual notice = root.optionalBilingual("notice");
    List<Period> periods = periods(root);
    LocalDate written = root.date("as_of", LocalDate.MIN);
    List<String> precedence = root.texts("precedence");
    Set<Language> languages = languages(root);
    Set<ReportFormat> formats = formats(root);
    Set<Edition> editions = editions(root);
    Gates gates = root.optionalSection("gates").map(AssessmentReader::gates).orElse(Gates.OPEN);
    String store = root.text("store", "");
    List<Section> verification = root.sections("verification");
    Optional<Scheme> scheme = scheme(root);
    root.done();
    RegionTree regions = regions();
    List<City> cities = cities(regions);
    Map<String, Plan> plans = scheme.isEmpty() ? Map.of() : plans(scheme.get(), cities, regions);
    Map<String, SourceDescription> sources = scheme.isEmpty() ? Map.of() : sources(scheme.get());
    Set<String> sourceIds = sourceIds(sources);
    for (String id : precedence) {
      if (!sourceIds.contains(id)) {
        root.fault(
            "precedence", Bilingual.of("没有来源说明“%s”", "there is no source description '%s'", id));
      }
    }
    scheme.ifPresent(found -> new LevelNames(found, regions, faults).check(cities));
    scheme.ifPresent(found -> checkValidity(root, found, periods));
    List<Delivery> deliveries = deliveries(sourceIds);
    List<Expected> expected = expected(sourceIds);
    List<Justification> justifications =
        scheme.isEmpty() ? List.of() : justifications(scheme.get(), regions, periods);
    List<Response> responses =
        scheme.isEmpty() ? List.of() : responses(scheme.get(), plans.values(), regions);
    List<VisitRound> rounds =
        scheme.isEmpty()
            ? List.of()
            : new RoundList(
                    folder, scheme.get(), plans.values(), cities, periods, this::hashed, faults)
                .read(verification);
    List<Note> notes = notes(cities);
    List<Signing.Signature> signatures = signatures();
    List<String> unregistered = unregistered(deliveries);
    faults.throwIfAny();
    return new Assessment(
        folder,
        name,
        notice,
        periods,
        written.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(written),
        scheme.orElseThrow(),
        regions,
        cities,
        plans,
        sources,
        deliveries,
        expected,
        unregistered,
        hashes,
        precedence,
        justifications,
        responses,
        rounds,
        notes,
        signatures,
        gates,
        languages,
        formats,
        editions,
        store);
  }

  /** A file's bytes; empty, with a fault recorded, where there is no such file. */
  private Optional<byte[]> content(String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.isRegularFile(file)) {
      return Optional.of(hashed(name, WrittenFile.read(name, file)));
    }
    faults.add(
        name,
        0,
        "",
        Bilingual.of(
            "文件不存在；评估目录须含 assessment.yaml、regions/、cities.csv 和 data/deliveries.csv",
            "there is no such file; an assessment folder has assessment.yaml, regions/,"
                + " cities.csv and data/deliveries.csv"));
    return Optional.empty();
  }

  private List<Delivery> deliveries(Set<String> sourceIds) throws IOException {
    String list = "data/deliveries.csv";
    Optional<byte[]> content = content(list);
    return content.isEmpty()
        ? List.of()
        : DeliveryList.read(list, content.get(), sourceIds, faults);
  }

  private List<Expected> expected(Set<String> sourceIds) throws IOException {
    String list = "data/expected.csv";
    Path file = folder.resolve(list);
    return Files.isRegularFile(file)
        ? ExpectedList.read(list, hashed(list, WrittenFile.read(list, file)), sourceIds, faults)
        : List.of();
  }

  private List<Justification> justifications(
      Scheme scheme, RegionTree regions, List<Period> periods) throws IOException {
    return Files.isRegularFile(folder.resolve(JustificationList.FILE))
        ? JustificationList.read(
            content(JustificationList.FILE).orElseThrow(), scheme, regions, periods, faults)
        : List.of();
  }

  private List<Response> responses(Scheme scheme, Collection<Plan> plans, RegionTree regions)
      throws IOException {
    return Files.isRegularFile(folder.resolve(ResponseList.FILE))
        ? ResponseList.read(
            content(ResponseList.FILE).orElseThrow(), scheme, plans, regions, faults)
        : List.of();
  }

  private List<Signing.Signature> signatures() throws IOException {
    return Files.isRegularFile(folder.resolve(SignatureList.FILE))
        ? SignatureList.read(content(SignatureList.FILE).orElseThrow(), faults)
        : List.of();
  }

  /** What the evaluator writes: {@code notes/<code>.<language>.md}. */
  private List<Note> notes(List<City> cities) throws IOException {
    List<Note> notes = new ArrayList<>();
    for (Path file : files("notes", ".md")) {
      String name = "notes/" + file.getFileName();
      byte[] content = hashed(name, WrittenFile.read(name, file));
      Matcher named = NOTE.matcher(file.getFileName().toString());
      if (named.matches() && cities.stream().anyMatch(city -> city.code().equals(named.group(1)))) {
        try {
          String text = utf8(content);
          if (text.lines().anyMatch(PersonalData::isIn)) {
            throw new InvalidValueException(PersonalData.FOUND);
          }
          notes.add(NoteText.read(named.group(1), named.group(2), text));
        } catch (InvalidValueException e) {
          faults.add(name, 1, "", e.text());
        }
      } else if (!file.getFileName().toString().equals("README.md")) {
        faults.add(
            name,
            0,
            "",
            new Bilingual(
                "文件名应为“城市代码.zh.md”或“城市代码.en.md”，城市须在 cities.csv 中",
                "must be named <code of a city in cities.csv>.zh.md or .en.md"));
      }
    }
    return notes;
  }

  private static String utf8(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidValueException(new Bilingual("不是 UTF-8 编码", "is not UTF-8"));
    }
  }

  /** Where things are kept changes no figure, so the line that says it does not count. */
  private static String hashWithoutStore(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return Sha256.of(text.replaceAll("(?m)^store:.*\\R?", "").getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes of a file, with its hash kept for the manifest. */
  private byte[] hashed(String name, byte[] content) {
    hashes.put(name, Sha256.of(content));
    return content;
  }

  private static List<Period> periods(Section root) {
    List<Period> periods = new ArrayList<>();
    for (String text : root.texts("periods")) {
      try {
        periods.add(Period.parse(text));
      } catch (IllegalArgumentException e) {
        root.fault(
            "periods",
            Bilingual.of("“%s”无效，应为时期，如 2023Q4", "'%s' is not a period such as 2023Q4", text));
      }
    }
    if (periods.isEmpty()) {
      root.fault("periods", new Bilingual("至少需要一个时期", "at least one period is needed"));
    }
    return periods.stream().distinct().sorted().toList();
  }

  private static Gates gates(Section section) {
    Gates gates =
        new Gates(
            percent(section, "file_rejected_over", Gates.OPEN.fileRejectedOver()),
            percent(section, "run_coverage_below", Gates.OPEN.runCoverageBelow()));
    section.done();
    return gates;
  }

  private static BigDecimal percent(Section section, String name, BigDecimal absent) {
    BigDecimal percent = section.decimal(name, absent);
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      section.fault(
          name,
          Bilingual.of(
              "%s 无效，应为 0 至 100 的百分数",
              "%s is not a percentage from 0 to 100", percent.toPlainString()));
    }
    return percent;
  }

  private static Set<Language> languages(Section root) {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    for (String code : root.texts("languages")) {
      Language.of(code)
          .ifPresentOrElse(
              languages::add,
              () ->
                  root.fault(
                      "languages",
                      Bilingual.of("“%s”无效，可用：zh, en", "'%s' is not one of: zh, en", code)));
    }
    return languages.isEmpty() ? EnumSet.allOf(Language.class) : languages;
  }

  private static Set<Edition> editions(Section root) {
    Set<Edition> editions = EnumSet.noneOf(Edition.class);
    for (String code : root.texts("editions")) {
      Edition.of(code)
          .ifPresentOrElse(
              editions::add,
              () ->
                  root.fault(
                      "editions",
                      Bilingual.of(
                          "“%s”无效，可用：%s",
                          "'%s' is not one of: %s", code, String.join(", ", Edition.codes()))));
    }
    editions.remove(Edition.MINISTRY); // that is what reports/ holds
    return editions;
  }

  private static Set<ReportFormat> formats(Section root) {
    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    for (String code : root.texts("formats")) {
      ReportFormat.of(code)
          .ifPresentOrElse(
              formats::add,
              () ->
                  root.fault(
                      "formats",
                      Bilingual.of(
                          "“%s”无效，可用：%s",
                          "'%s' is not one of: %s",
                          code,
                          String.join(", ", ReportFormat.codes()))));
    }
    return formats.isEmpty()
        ? EnumSet.of(ReportFormat.HTML, ReportFormat.XLSX, ReportFormat.DASHBOARD)
        : formats;
  }

  /** A file in the folder, or one of the shipped schemes by its name. */
  private Optional<Scheme> scheme(Section root) throws IOException {
    String name = root.text("scheme");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    SchemeFolder schemes = new SchemeFolder(folder);
    Optional<SchemeLibrary.SchemeFile> found = schemes.find(name);
    if (found.isPresent()) {
      SchemeLibrary.SchemeFile file = found.get();
      Optional<Scheme> scheme =
          SchemeReader.read(file.file(), file.content(), file.sha256(), schemes, faults);
      hashes.putAll(schemes.read());
      return scheme;
    }
    root.fault(
        "scheme",
        Bilingual.of(
            "“%s”既不是评估目录中的文件，也不是内置方案（contact-cities-2023）",
            "'%s' is neither a file in the folder nor a shipped scheme (contact-cities-2023)",
            name));
    return Optional.empty();
  }

  private RegionTree regions() throws IOException {
    List<Region> regions = new ArrayList<>();
    for (Path file : files("regions", ".csv")) {
      if (file.getFileName().toString().equals(SUCCESSORS)) {
        continue;
      }
      regions.addAll(
          RegionList.read(
              "regions/" + file.getFileName(),
              hashed(
                  "regions/" + file.getFileName(),
                  WrittenFile.read("regions/" + file.getFileName(), file)),
              faults));
    }
    if (regions.isEmpty()) {
      faults.add("regions/", 0, "", new Bilingual("没有行政区划", "there are no regions"));
    }
    Successors successors = successors(regions);
    try {
      return new RegionTree(regions, successors);
    } catch (IllegalArgumentException e) {
      faults.add("regions/", 0, "", Bilingual.same(e.getMessage()));
      return new RegionTree(List.of());
    }
  }

  /** The assessment's own table of successors before the shipped one. */
  private Successors successors(List<Region> regions) throws IOException {
    Set<String> codes = new TreeSet<>();
    regions.forEach(region -> codes.add(region.code()));
    Path file = folder.resolve("regions").resolve(SUCCESSORS);
    Successors own = Successors.NONE;
    if (Files.isRegularFile(file)) {
      String name = "regions/" + SUCCESSORS;
      own = Successors.read(name, hashed(name, WrittenFile.read(name, file)), faults);
      for (Successor row : own.all()) {
        for (String code : List.of(row.from(), row.to())) {
          if (!codes.contains(code)) {
            faults.add(
                name,
                0,
                "",
                Bilingual.of(
                    "行政区划中没有“%s”%s",
                    "there is no region '%s'%s", code, Suggestion.nearest(code, codes)));
          }
        }
      }
    }
    return Successors.shipped().overriddenBy(own, codes);
  }

  private List<City> cities(RegionTree regions) throws IOException {
    List<City> cities = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    Optional<byte[]> content = content("cities.csv");
    if (content.isEmpty()) {
      return cities;
    }
    List<CsvList.Row> rows =
        CsvList.read(
            "cities.csv",
            content.get(),
            List.of("code"),
            List.of("from", "to", "membership", "note"),
            faults);
    for (CsvList.Row row : rows) {
      String code = row.text("code");
      LocalDate from = row.date("from", LocalDate.MIN, faults);
      LocalDate to = row.date("to", LocalDate.MAX, faults);
      if (!regions.all().isEmpty() && regions.find(code).isEmpty()) {
        row.fault(faults, "code", Bilingual.of("行政区划中没有“%s”", "there is no region '%s'", code));
      } else if (!codes.add(code)) {
        row.fault(faults, "code", Bilingual.of("“%s”重复", "'%s' stands twice", code));
      } else if (!from.isBefore(to)) {
        row.fault(faults, "to", new Bilingual("应晚于 from", "must be after from"));
      } else {
        cities.add(new City(code, new Validity(from, to), row.text("membership")));
      }
    }
    if (rows.isEmpty()) {
      faults.add("cities.csv", 0, "", new Bilingual("没有城市", "there are no cities"));
    }
    cities.sort(Comparator.comparing(City::code));
    return cities;
  }

  private Map<String, Plan> plans(Scheme scheme, List<City> cities, RegionTree regions)
      throws IOException {
    Map<String, Plan> plans = new TreeMap<>();
    Set<String> codes = new TreeSet<>();
    cities.forEach(city -> codes.add(city.code()));
    for (Path file : files("plans", ".yaml")) {
      String name = "plans/" + file.getFileName();
      Optional<Plan> plan =
          PlanReader.read(
              name,
              hashed(name, WrittenFile.read(name, file)),
              scheme,
              code -> regions.find(code).map(Region::level),
              faults);
      if (plan.isEmpty()) {
        continue;
      }
      String region = plan.get().region();
      if (!codes.isEmpty() && !codes.contains(region)) {
        faults.add(
            name,
            0,
            "region",
            Bilingual.of(
                "“%s”不在 cities.csv 中%s",
                "'%s' is not in cities.csv%s", region, Suggestion.nearest(region, codes)));
      } else if (plans.put(region, plan.get()) != null) {
        faults.add(
            name, 0, "region", Bilingual.of("“%s”已有工作方案", "'%s' has a plan already", region));
      }
    }
    return plans;
  }

  private Map<String, SourceDescription> sources(Scheme scheme) throws IOException {
    Map<String, SourceDescription> sources = new TreeMap<>();
    sources.put(SourceDescription.LONG, SourceDescription.plainLong());
    FormDescriptions.of(scheme).forEach(form -> sources.put(form.id(), form));
    for (Path file : files("sources", ".yaml")) {
      String name = "sources/" + file.getFileName();
      byte[] content = hashed(name, WrittenFile.read(name, file));
      Optional<SourceDescription> source =
          SourceDescriptionReader.read(name, content, Sha256.of(content), scheme, faults);
      if (source.isPresent() && sources.put(source.get().id(), source.get()) != null) {
        faults.add(
            name,
            0,
            "id",
            Bilingual.of(
                "来源说明“%s”重复或为内置", "source '%s' stands twice or is built in", source.get().id()));
      }
    }
    return sources;
  }

  /**
   * Also the descriptions that are faulty, so that their faults do not show again at each delivery.
   */
  private Set<String> sourceIds(Map<String, SourceDescription> sources) throws IOException {
    Set<String> ids = new TreeSet<>(sources.keySet());
    ids.add(SourceDescription.LONG);
    ids.add(FormDescriptions.FORM);
    for (Path file : files("sources", ".yaml")) {
      ids.add(file.getFileName().toString().replace(".yaml", ""));
    }
    return ids;
  }

  /** A period outside the edition's own is evaluated by another edition or not at all. */
  private static void checkValidity(Section root, Scheme scheme, List<Period> periods) {
    for (Period period : periods) {
      if (!scheme.appliesIn(period)) {
        root.fault(
            "periods",
            Bilingual.of(
                "%s 不在方案 %s %s 的适用期内（%s 至 %s）；须用该时期的版本",
                "%s lies outside the time of scheme %s, edition %s (%s to %s); it needs the edition"
                    + " of its own time",
                period,
                scheme.id(),
                scheme.edition(),
                scheme.validFrom().isEmpty() ? "…" : scheme.validFrom(),
                scheme.validTo().isEmpty() ? "…" : scheme.validTo()));
      }
    }
  }

  private List<Path> files(String below, String ending) throws IOException {
    Path folderBelow = folder.resolve(below);
    if (!Files.isDirectory(folderBelow)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folderBelow)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** The name of a file stands in messages and tables, so it must not tell of persons. */
  private boolean isPersonal(String path) {
    boolean personal = PersonalData.isInPath(path);
    if (personal) {
      String above = path.substring(0, Math.max(0, path.lastIndexOf('/')));
      faults.add(
          PersonalData.isInPath(above) || above.isEmpty() ? "data" : "data/" + above,
          0,
          "",
          Bilingual.of("有文件的名称%s", "the name of a file: %s", PersonalData.FOUND));
    }
    return personal;
  }

  private List<String> unregistered(List<Delivery> deliveries) throws IOException {
    Set<String> registered = new HashSet<>(Set.of("deliveries.csv", "expected.csv"));
    deliveries.forEach(delivery -> registered.add(delivery.path()));
    Path data = folder.resolve("data");
    try (Stream<Path> files = Files.walk(data)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> data.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !registered.contains(path) && !path.endsWith("README.md"))
          .filter(path -> !isPersonal(path))
          .sorted()
          .toList();
    }
  }
}
