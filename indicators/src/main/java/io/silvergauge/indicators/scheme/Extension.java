package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.document.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a scheme's file and lays it over those it extends, the farthest at the bottom. */
final class Extension {
  private static final String EXTENDS = "extends";

  private final SchemeLibrary library;
  private final Faults faults;

  /**
   * A scheme's file with all it extends.
   *
   * @param root the top level, laid over those below
   * @param bases ids and editions of what it extends, the nearest first
   * @param sha256 hash of its content, and of all it extends
   */
  record Extended(Section root, List<String> bases, String sha256) {}

  Extension(SchemeLibrary library, Faults faults) {
    this.library = library;
    this.faults = faults;
  }

  Extended read(SchemeLibrary.SchemeFile file) {
    return read(file, List.of(file.file()));
  }

  private Extended read(SchemeLibrary.SchemeFile file, List<String> chain) {
    int before = faults.count();
    Section own = YamlFile.read(file.file(), file.content(), faults);
    Optional<Extended> base =
        own.has(EXTENDS) && faults.count() == before ? base(own, chain) : Optional.empty();
    if (base.isEmpty()) {
      return new Extended(own, List.of(), file.sha256());
    }
    if (!own.has("edition")) {
      own.fault(
          "edition",
          new Bilingual(
              "扩展其他方案的方案须自定版本", "a scheme that extends another must name its own edition"));
    }
    Section below = base.get().root();
    List<String> bases = new ArrayList<>();
    bases.add(below.text("id", "") + " " + below.text("edition", ""));
    bases.addAll(base.get().bases());
    return new Extended(
        own.over(below.without("valid_from", "valid_to")),
        bases,
        Sha256.of((file.sha256() + base.get().sha256()).getBytes(StandardCharsets.US_ASCII)));
  }

  private Optional<Extended> base(Section own, List<String> chain) {
    String name = own.text(EXTENDS);
    Optional<SchemeLibrary.SchemeFile> found = library.find(name);
    if (found.isEmpty()) {
      own.fault(
          EXTENDS,
          Bilingual.of(
              "“%s”既不是评估目录中的文件，也不是内置方案",
              "'%s' is neither a file in the folder nor a shipped scheme", name));
      return Optional.empty();
    }
    List<String> longer = new ArrayList<>(chain);
    longer.add(found.get().file());
    if (chain.contains(found.get().file())) {
      own.fault(
          EXTENDS,
          Bilingual.of(
              "循环扩展：%s", "schemes extend each other in a circle: %s", String.join(" → ", longer)));
      return Optional.empty();
    }
    int before = faults.count();
    Extended read = read(found.get(), longer);
    return faults.count() > before ? Optional.empty() : Optional.of(read);
  }
}
