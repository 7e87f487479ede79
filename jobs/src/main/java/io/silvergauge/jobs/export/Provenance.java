package io.silvergauge.jobs.export;

import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.Signing;
import io.silvergauge.jobs.store.Manifest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a publication came from, in the words of W3C PROV-O, as JSON-LD with its context in it. It
 * follows from the manifest and the signatures alone, so it bears no time.
 */
public final class Provenance {
  /** Its name in a publication. */
  public static final String FILE = "prov.jsonld";

  private static final String OURS = "urn:silvergauge:";
  private static final String EVALUATION = "evaluation.json";

  /** Tables that say what reading came to, made of the packs and not of the finished model. */
  private static final Set<String> OF_PACKS =
      Set.of("rejects.csv", "revisions.csv", "chase.csv", "unused.csv");

  private final Manifest manifest;
  private final List<Map<String, Object>> graph = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  private Provenance(Manifest manifest) {
    this.manifest = manifest;
  }

  /**
   * The provenance of a publication.
   *
   * @param manifest what it holds and rests on, without this file
   * @param signatures who stands for what, by folder of a period or special evaluation
   */
  public static byte[] of(
      Manifest manifest, Map<String, ? extends Collection<Signing.Signature>> signatures) {
    return new Provenance(manifest).written(new TreeMap<>(signatures));
  }

  private byte[] written(Map<String, Collection<Signing.Signature>> signatures) {
    String program = program(manifest.program());
    signatures.values().stream().flatMap(Collection::stream).distinct().forEach(this::signer);
    manifest.snapshots().forEach((snapshot, files) -> snapshot(snapshot, files, program));
    Map<String, Manifest.PeriodEntry> folders = new TreeMap<>(manifest.periods());
    folders.putAll(manifest.specials());
    folders.forEach((folder, entry) -> evaluated(folder, entry, program));
    manifest
        .published()
        .forEach(
            (path, sha256) ->
                output(path, sha256, signatures.getOrDefault(folderOf(path), List.of())));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", context());
    document.put("@graph", graph);
    return EvaluationJson.write(document);
  }

  /** Stands in the file, so that nothing must be fetched to read it. */
  private static Map<String, Object> context() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("prov", "http://www.w3.org/ns/prov#");
    context.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    context.put("sg", OURS);
    context.put("label", "rdfs:label");
    for (String text : List.of("sha256", "slot", "received", "asOf", "edition", "role", "signed")) {
      context.put(text, "sg:" + text);
    }
    for (String link :
        List.of(
            "used",
            "wasGeneratedBy",
            "wasDerivedFrom",
            "wasAssociatedWith",
            "wasAttributedTo",
            "wasInformedBy",
            "hadMember")) {
      // sorted: Map.of is in another order in each process
      context.put(link, new TreeMap<>(Map.of("@id", "prov:" + link, "@type", "@id")));
    }
    return context;
  }

  private void signer(Signing.Signature one) {
    String id = signerOf(one);
    if (!known.contains(id)) {
      Map<String, Object> node = node(id, "prov:Person");
      node.put("label", one.who());
      node.put("role", one.role());
    }
  }

  private static String signerOf(Signing.Signature one) {
    return id("signer", one.who() + "," + one.role());
  }

  private void snapshot(String snapshot, List<Manifest.FileEntry> files, String program) {
    List<String> deliveries = new ArrayList<>();
    for (Manifest.FileEntry file : files) {
      String id = id("delivery", file.sha256() + "/" + file.path());
      deliveries.add(id);
      if (!known.contains(id)) {
        Map<String, Object> node = node(id, "prov:Entity");
        node.put("label", file.path());
        node.put("sha256", file.sha256());
        node.put("slot", file.slot());
        node.put("received", file.received());
      }
    }
    String reading = id("read", snapshot);
    Map<String, Object> read = node(reading, "prov:Activity");
    read.put("label", "read");
    read.put("used", deliveries);
    read.put("wasAssociatedWith", program);
    Map<String, Object> packs = node(id("packs", snapshot), "prov:Collection");
    packs.put("label", "batches in packs");
    packs.put("wasGeneratedBy", reading);
    packs.put("wasDerivedFrom", deliveries);
    Map<String, Object> live = node(id("snapshot", snapshot), "prov:Entity");
    live.put("label", "snapshot");
    live.put("sha256", snapshot);
    live.put("wasGeneratedBy", reading);
    live.put("wasDerivedFrom", id("packs", snapshot));
  }

  /** What made a period: another version where it was taken over from an earlier publication. */
  private String program(String name) {
    String id = id("program", name);
    if (!known.contains(id)) {
      node(id, "prov:SoftwareAgent").put("label", name);
    }
    return id;
  }

  private void evaluated(String folder, Manifest.PeriodEntry entry, String current) {
    String program = entry.program() == null ? current : program(entry.program());
    List<String> used = new ArrayList<>();
    used.add(id("snapshot", entry.snapshot()));
    used.add(id("packs", entry.snapshot()));
    String scheme = id("scheme", entry.schemeSha256());
    used.add(scheme);
    entity(scheme, entry.scheme(), entry.schemeSha256());
    entry
        .assessment()
        .forEach(
            (path, sha256) -> {
              String id = id("assessment", sha256 + "/" + path);
              used.add(id);
              entity(id, path, sha256);
            });
    Map<String, Object> evaluate = node(id("evaluate", folder), "prov:Activity");
    evaluate.put("label", "evaluate " + folder);
    evaluate.put("asOf", entry.asOf());
    evaluate.put("used", used);
    evaluate.put("wasInformedBy", id("read", entry.snapshot()));
    evaluate.put("wasAssociatedWith", program);
    Map<String, Object> render = node(id("render", folder), "prov:Activity");
    render.put("label", "render " + folder);
    render.put(
        "used",
        manifest.published().keySet().stream()
            .filter(path -> folderOf(path).equals(folder) && isModel(path))
            .map(path -> id("output", path))
            .toList());
    render.put("wasInformedBy", id("evaluate", folder));
    render.put("wasAssociatedWith", program);
  }

  private void entity(String id, String label, String sha256) {
    if (!known.contains(id)) {
      Map<String, Object> node = node(id, "prov:Entity");
      node.put("label", label);
      node.put("sha256", sha256);
    }
  }

  private void output(String path, String sha256, Collection<Signing.Signature> signatures) {
    String folder = folderOf(path);
    boolean model = isModel(path);
    Map<String, Object> node = node(id("output", path), "prov:Entity");
    node.put("label", path);
    node.put("sha256", sha256);
    if (folder.isEmpty()) {
      return;
    }
    boolean ofPacks = OF_PACKS.contains(path.substring(path.lastIndexOf('/') + 1));
    node.put("wasGeneratedBy", id(model || ofPacks ? "evaluate" : "render", folder));
    String snapshot = entry(folder).snapshot();
    node.put(
        "wasDerivedFrom",
        model
            ? id("snapshot", snapshot)
            : ofPacks ? id("packs", snapshot) : id("output", folder + "/" + EVALUATION));
    if (!signatures.isEmpty() && path.equals(folder + "/" + EVALUATION)) {
      node.put(
          "wasAttributedTo", signatures.stream().map(Provenance::signerOf).distinct().toList());
      node.put(
          "signed",
          signatures.stream().map(one -> one.date() + " " + one.sha256()).distinct().toList());
    }
  }

  private Manifest.PeriodEntry entry(String folder) {
    Manifest.PeriodEntry entry = manifest.periods().get(folder);
    return entry == null ? manifest.specials().get(folder) : entry;
  }

  /** Whether a file holds what was evaluated; the others are made of that. */
  private boolean isModel(String path) {
    String own = path.substring(Math.min(path.length(), folderOf(path).length() + 1));
    return own.equals(EVALUATION) || own.startsWith("evaluation/");
  }

  private String folderOf(String path) {
    return manifest.folderOf(path);
  }

  private Map<String, Object> node(String id, String type) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("@id", id);
    node.put("@type", type);
    graph.add(node);
    known.add(id);
    return node;
  }

  private static String id(String kind, String name) {
    String plain = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return OURS + kind + ":" + plain.replace("%2F", "/");
  }
}
