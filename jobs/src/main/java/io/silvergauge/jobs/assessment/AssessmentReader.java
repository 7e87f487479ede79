package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.FaultyFilesException;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.document.YamlFile;
import io.silvergauge.indicators.evaluation.Signing;
import io.silvergauge.indicators.finding.Note;
import io.silvergauge.indicators.finding.NoteText;
import io.silvergauge.indicators.finding.Response;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an assessment folder whole and reports every fault of every file at once. */
public final class AssessmentReader {

  private static final String ASSESSMENT = "assessment.yaml";
  private static final Pattern NOTE = Pattern.compile("notes/(.+)\\.(zh|en)\\.md");

  private final Faults faults = new Faults();
  private final AssessmentFolder folder;

  private AssessmentReader(Path folder) {
    this.folder = new AssessmentFolder(folder, faults);
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
    Optional<byte[]> content = folder.content(ASSESSMENT);
    faults.throwIfAny();
    folder.hashes().put(ASSESSMENT, hashWithoutStore(content.orElseThrow()));
    Section root = YamlFile.read(ASSESSMENT, content.orElseThrow(), faults);
    faults.throwIfAny();
    Bilingual name = root.bilingual("name");
    Bilingual notice = root.optionalBilingual("notice");
    LocalDate written = root.date("as_of", LocalDate.MIN);
    List<String> precedence = root.texts("precedence");
    AssessmentSettings settings = AssessmentSettings.of(root);
    List<Period> periods = settings.periods();
    String store = root.text("store", "");
    List<Section> verification = root.sections("verification");
    Optional<Scheme> scheme = scheme(root);
    root.done();
    RegionFolder places = new RegionFolder(folder, faults);
    RegionTree regions = places.regions();
    List<City> cities = places.cities(regions);
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
    scheme.ifPresent(found -> settings.checkValidity(root, found));
    List<Delivery> deliveries = deliveries(sourceIds);
    checkAmends(deliveries, sources);
    List<Expected> expected = expected(sourceIds);
    List<Justification> justifications =
        scheme.isEmpty() ? List.of() : justifications(scheme.get(), regions, periods);
    List<Response> responses =
        scheme.isEmpty() ? List.of() : responses(scheme.get(), plans.values(), regions);
    List<VisitRound> rounds =
        scheme.isEmpty()
            ? List.of()
            : new RoundList(
                    folder.path(),
                    scheme.get(),
                    plans.values(),
                    cities,
                    periods,
                    folder::hashed,
                    faults)
                .read(verification);
    List<Note> notes = notes(cities);
    List<Signing.Signature> signatures = signatures();
    List<String> unregistered = folder.unregistered(deliveries);
    faults.throwIfAny();
    return new Assessment(
        folder.path(),
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
        folder.hashes(),
        precedence,
        justifications,
        responses,
        rounds,
        notes,
        signatures,
        settings.gates(),
        settings.languages(),
        settings.formats(),
        settings.editions(),
        store);
  }

  private List<Delivery> deliveries(Set<String> sourceIds) throws IOException {
    String list = "data/deliveries.csv";
    Optional<byte[]> content = folder.content(list);
    return content.isEmpty()
        ? List.of()
        : DeliveryList.read(list, content.get(), sourceIds, faults);
  }

  /** What units below the listed ones report is added up when it is read: nobody can amend it. */
  private void checkAmends(List<Delivery> deliveries, Map<String, SourceDescription> sources) {
    for (Delivery delivery : deliveries) {
      SourceDescription source = sources.get(delivery.slot().source());
      if (delivery.mode() == Delivery.Mode.AMEND
          && source != null
          && source.region().digits() > 0) {
        faults.add(
            "data/deliveries.csv",
            0,
            "mode",
            Bilingual.of(
                "%s：来源“%s”把下级单位的行加总到上级（digits），部分修正会取代整个合计；请报送全部行，mode 用 full",
                "%s: rows of the source '%s' are added up to the unit above them (digits), and an"
                    + " amendment would replace the whole sum: send all rows, with mode full",
                delivery.path(),
                source.id()));
      }
    }
  }

  private List<Expected> expected(Set<String> sourceIds) throws IOException {
    String list = "data/expected.csv";
    Optional<byte[]> content = folder.optional(list);
    return content.isEmpty()
        ? List.of()
        : ExpectedList.read(list, content.get(), sourceIds, faults);
  }

  private List<Justification> justifications(
      Scheme scheme, RegionTree regions, List<Period> periods) throws IOException {
    Optional<byte[]> content = folder.optional(JustificationList.FILE);
    return content.isEmpty()
        ? List.of()
        : JustificationList.read(content.get(), scheme, regions, periods, faults);
  }

  private List<Response> responses(Scheme scheme, Collection<Plan> plans, RegionTree regions)
      throws IOException {
    Optional<byte[]> content = folder.optional(ResponseList.FILE);
    return content.isEmpty()
        ? List.of()
        : ResponseList.read(content.get(), scheme, plans, regions, faults);
  }

  private List<Signing.Signature> signatures() throws IOException {
    Optional<byte[]> content = folder.optional(SignatureList.FILE);
    return content.isEmpty() ? List.of() : SignatureList.read(content.get(), faults);
  }

  /** What the evaluator writes: {@code notes/<code>.<language>.md}. */
  private List<Note> notes(List<City> cities) throws IOException {
    List<Note> notes = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : folder.all("notes", ".md").entrySet()) {
      Matcher named = NOTE.matcher(file.getKey());
      if (named.matches() && cities.stream().anyMatch(city -> city.code().equals(named.group(1)))) {
        try {
          String text = utf8(file.getValue());
          if (text.lines().anyMatch(PersonalData::isIn)) {
            throw new InvalidValueException(PersonalData.FOUND);
          }
          notes.add(NoteText.read(named.group(1), named.group(2), text));
        } catch (InvalidValueException e) {
          faults.add(file.getKey(), 1, "", e.text());
        }
      } else if (!file.getKey().equals("notes/README.md")) {
        faults.add(
            file.getKey(),
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

  /** A file in the folder, or one of the shipped schemes by its name. */
  private Optional<Scheme> scheme(Section root) throws IOException {
    String name = root.text("scheme");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    SchemeFolder schemes = new SchemeFolder(folder.path());
    Optional<SchemeLibrary.SchemeFile> found = schemes.find(name);
    if (found.isPresent()) {
      SchemeLibrary.SchemeFile file = found.get();
      Optional<Scheme> scheme =
          SchemeReader.read(file.file(), file.content(), file.sha256(), schemes, faults);
      folder.hashes().putAll(schemes.read());
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

  private Map<String, Plan> plans(Scheme scheme, List<City> cities, RegionTree regions)
      throws IOException {
    Map<String, Plan> plans = new TreeMap<>();
    Set<String> codes = new TreeSet<>();
    cities.forEach(city -> codes.add(city.code()));
    for (Map.Entry<String, byte[]> file : folder.all("plans", ".yaml").entrySet()) {
      String name = file.getKey();
      Optional<Plan> plan =
          PlanReader.read(
              name, file.getValue(), scheme, code -> regions.find(code).map(Region::level), faults);
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
    for (Map.Entry<String, byte[]> file : folder.all("sources", ".yaml").entrySet()) {
      Optional<SourceDescription> source =
          SourceDescriptionReader.read(
              file.getKey(), file.getValue(), Sha256.of(file.getValue()), scheme, faults);
      if (source.isPresent() && sources.put(source.get().id(), source.get()) != null) {
        faults.add(
            file.getKey(),
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
    for (String name : folder.names("sources", ".yaml")) {
      ids.add(name.replaceAll("^sources/|\\.yaml$", ""));
    }
    return ids;
  }
}
