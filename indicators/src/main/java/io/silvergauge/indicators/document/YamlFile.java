package io.silvergauge.indicators.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a YAML file into a {@link Section}: plain values, lists and fields only. Tags, aliases,
 * duplicate fields and files over the limit are faults, never guessed around.
 */
public final class YamlFile {
  /** The largest YAML file that is read, in bytes. */
  static final int MAX_BYTES = 8 * 1024 * 1024;

  private static final int MAX_DEPTH = 40;
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .loaderOptions(limits())
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private final String file;
  private final Faults faults;

  private YamlFile(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * Reads a file whose top level is a group of fields.
   *
   * @param file name used in faults
   * @param content the file's bytes, UTF-8
   * @return the top level; empty (with a fault recorded) where the file cannot be read
   */
  public static Section read(String file, byte[] content, Faults faults) {
    YamlFile reader = new YamlFile(file, faults);
    YamlNode root = reader.parse(content);
    if (root instanceof YamlNode.Fields fields) {
      return new Section("", fields, faults);
    }
    return new Section("", new YamlNode.Fields(file, 0, Map.of()), faults);
  }

  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_BYTES);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(MAX_DEPTH);
    return options;
  }

  private YamlNode parse(byte[] content) {
    if (content.length > MAX_BYTES) {
      return refuse(
          0,
          "文件有 %d 字节，上限为 %d 字节",
          "the file has %d bytes, the limit is %d",
          content.length,
          MAX_BYTES);
    }
    try (YAMLParser parser = YAML.createParser(decode(content))) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return refuse(0, "文件为空", "the file is empty");
      }
      if (first != JsonToken.START_OBJECT) {
        return refuse(line(parser), "文件应以“字段: 值”开头", "the file must begin with 'field: value'");
      }
      YamlNode root = node(parser, "");
      if (parser.nextToken() != null) {
        return refuse(line(parser), "只允许一个 YAML 文档", "only one YAML document is allowed");
      }
      return root;
    } catch (CharacterCodingException e) {
      return refuse(0, "文件不是 UTF-8 编码", "the file is not UTF-8");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      return refuse(line, "YAML 语法错误：%s", "YAML syntax: %s", firstLine(e.getOriginalMessage()));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      return refuse(line, "YAML 语法错误：%s", "YAML syntax: %s", firstLine(e.getProblem()));
    } catch (IOException e) {
      return refuse(0, "无法读取：%s", "cannot be read: %s", e.getMessage());
    }
  }

  private static String decode(byte[] content) throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(content))
            .toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private YamlNode node(YAMLParser parser, String path) throws IOException {
    int line = line(parser);
    if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
      faults.add(
          file,
          line,
          path,
          new Bilingual("不允许使用锚点、别名或标签", "anchors, aliases and tags are not allowed"));
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(parser, path, line);
      case START_ARRAY -> items(parser, path, line);
      default ->
          new YamlNode.Scalar(
              file,
              line,
              parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText(),
              parser.currentToken() == JsonToken.VALUE_STRING);
    };
  }

  private YamlNode fields(YAMLParser parser, String path, int line) throws IOException {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      int nameLine = line(parser);
      parser.nextToken();
      String below = path.isEmpty() ? name : path + "." + name;
      YamlNode before = fields.put(name, node(parser, below));
      if (before != null) {
        faults.add(
            file,
            nameLine,
            below,
            Bilingual.of(
                "字段重复，已见于第 %d 行", "this field stands twice, first on line %d", before.line()));
      }
    }
    return new YamlNode.Fields(file, line, fields);
  }

  private YamlNode items(YAMLParser parser, String path, int line) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, path + "[" + items.size() + "]"));
    }
    return new YamlNode.Items(file, line, items, false);
  }

  private YamlNode refuse(int line, String zh, String en, Object... arguments) {
    faults.add(file, line, "", Bilingual.of(zh, en, arguments));
    return new YamlNode.Fields(file, 0, Map.of());
  }

  private static int line(YAMLParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private static String firstLine(String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }
}
