package io.silvergauge.jobs.star;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;

/**
 * Where a PostgreSQL database is and who speaks to it. What it is told stays in it: no message
 * names address, host, user or password.
 */
public final class Database {
  /** A file with {@code url}, {@code user}, {@code password}, {@code schema}; mode 0600. */
  public static final String FILE = "SILVERGAUGE_DB_FILE";

  /** The address, {@code jdbc:postgresql://host:port/database}. */
  static final String URL = "SILVERGAUGE_DB_URL";

  /** The schema of the tables. */
  static final String SCHEMA = "SILVERGAUGE_DB_SCHEMA";

  /** How a file is named in messages: where its name may have come from. */
  private static final String NAMED_BY = "--database, " + FILE;

  /** The driver speaks past the program's messages, so it does not speak at all; held, or lost. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  static {
    DRIVER.setLevel(Level.OFF);
  }

  private static final String PREFIX = "jdbc:postgresql:";

  /** SQL state of what the user may not do. */
  private static final String NO_RIGHT = "42501";

  private static final String DEFAULT_SCHEMA = "silvergauge";
  private static final Set<String> KEYS = Set.of("url", "user", "password", "schema");
  private static final Set<PosixFilePermission> PRIVATE =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final String url;
  private final String schema;
  private final Properties login = new Properties();

  private Database(String url, String user, String password, String schema) {
    this.url = url;
    this.schema = schema;
    put("user", user);
    put("password", password);
    login.setProperty("reWriteBatchedInserts", "true");
    login.setProperty("connectTimeout", "10");
    login.setProperty("tcpKeepAlive", "true");
    login.setProperty("ApplicationName", "silvergauge");
  }

  private void put(String key, String value) {
    if (!value.isEmpty()) {
      login.setProperty(key, value);
    }
  }

  /**
   * What the environment says: the file it names, else its address, else the variables of {@code
   * psql}.
   *
   * @throws RunFailure if it names no database, or a file that others can read
   */
  public static Database of(Map<String, String> environment) {
    String file = environment.getOrDefault(FILE, "");
    Map<String, String> said = file.isEmpty() ? environment(environment) : file(Path.of(file));
    String url = said.getOrDefault("url", "");
    if (url.isEmpty()) {
      throw failure(
          "未指定数据库：请设置环境变量 %s、%s 或 PGHOST、PGDATABASE，见 docs/how-to/export.zh-CN.md",
          "no database is named: set %s, %s, or PGHOST and PGDATABASE; see docs/how-to/export.md",
          FILE,
          URL);
    }
    if (!url.startsWith(PREFIX)) {
      throw failure(
          "数据库地址应以 %s 开头，如 jdbc:postgresql://localhost:5432/silvergauge",
          "the address of the database must begin with %s, as jdbc:postgresql://localhost:5432/silvergauge",
          PREFIX);
    }
    String schema = said.getOrDefault("schema", "");
    schema = schema.isEmpty() ? DEFAULT_SCHEMA : schema;
    if (!schema.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw failure(
          "数据库模式名“%s”应由小写字母、数字和 _ 组成",
          "the schema '%s' must be made of lower-case letters, digits and _", schema);
    }
    return new Database(
        url, said.getOrDefault("user", ""), said.getOrDefault("password", ""), schema);
  }

  private static Map<String, String> environment(Map<String, String> environment) {
    String url = environment.getOrDefault(URL, "");
    if (url.isEmpty() && environment.containsKey("PGHOST")) {
      if (environment.get("PGHOST").startsWith("/")) {
        throw failure(
            "PGHOST 为套接字目录，此处只能用主机名连接",
            "PGHOST is a folder of sockets; here only the name of a host will do");
      }
      url =
          PREFIX
              + "//"
              + environment.get("PGHOST")
              + ":"
              + environment.getOrDefault("PGPORT", "5432")
              + "/"
              + environment.getOrDefault("PGDATABASE", "")
              + (environment.containsKey("PGSSLMODE")
                  ? "?sslmode=" + environment.get("PGSSLMODE")
                  : "");
    }
    return Map.of(
        "url", url,
        "user", environment.getOrDefault("PGUSER", ""),
        "password", environment.getOrDefault("PGPASSWORD", ""),
        "schema", environment.getOrDefault(SCHEMA, ""));
  }

  private static Map<String, String> file(Path file) {
    Map<String, String> entries = new TreeMap<>();
    try {
      if (Files.isDirectory(file)) {
        throw failure("%s：%s 是目录，应为文件", "%s: %s is a folder, not a file", NAMED_BY, file);
      }
      if (!PRIVATE.containsAll(Files.getPosixFilePermissions(file))) {
        throw failure(
            "%s：%s 可被他人读取，请执行 chmod 600",
            "%s: others can read %s; run chmod 600 on it", NAMED_BY, file);
      }
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        int equals = line.indexOf('=');
        if (equals < 0 && !line.isBlank() && !line.startsWith("#")) {
          throw failure(
              "%s：%s 中有一行不是“项=值”",
              "%s: a line of %s is not of the form entry=value", NAMED_BY, file);
        }
        if (equals > 0 && !line.startsWith("#")) {
          entries.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
      }
    } catch (IOException e) {
      throw failure("%s：无法读取 %s", "%s: cannot read %s", NAMED_BY, file);
    }
    for (String key : entries.keySet()) {
      if (!KEYS.contains(key)) {
        throw failure(
            "%s：%s 中有未知的项“%s”，可用：url, user, password, schema",
            "%s: %s has an unknown entry '%s'; there are: url, user, password, schema",
            NAMED_BY,
            file,
            key);
      }
    }
    return entries;
  }

  /** The schema of the tables. */
  String schema() {
    return schema;
  }

  /**
   * A connection, nothing committed by itself.
   *
   * @throws RunFailure if there is none
   */
  Connection connect() {
    try {
      Connection connection = new Driver().connect(url, login);
      if (connection == null) {
        throw failure("数据库地址无效", "the address of the database is not one");
      }
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw refused("无法连接数据库：%s", "cannot connect to the database: %s", e);
    }
  }

  /**
   * What the database refused, without what must not be told; the cause is left out, since it may
   * hold it.
   */
  RunFailure refused(String zh, String en, SQLException why) {
    String said = hidden(String.valueOf(why.getMessage()));
    return NO_RIGHT.equals(why.getSQLState())
        ? failure(
            zh + "；所需权限（模式 %s）见 docs/how-to/export.zh-CN.md",
            en + "; docs/how-to/export.md says which rights are needed (in the schema %s)",
            said,
            schema)
        : failure(zh, en, said);
  }

  private String hidden(String message) {
    String hidden = message;
    for (String secret :
        List.of(
            url,
            url.substring(PREFIX.length()),
            login.getProperty("password", ""),
            login.getProperty("user", ""))) {
      hidden = secret.isEmpty() ? hidden : hidden.replace(secret, "***");
    }
    for (String part : url.substring(PREFIX.length()).split("[?]")[0].split("[/,]")) {
      hidden = part.isEmpty() ? hidden : hidden.replace(part, "***"); // host:port, database
      String host = part.replaceFirst(":[0-9]*$", "");
      hidden = host.isEmpty() ? hidden : hidden.replace(host, "***");
    }
    int query = url.indexOf('?');
    for (String part : query < 0 ? new String[0] : url.substring(query + 1).split("[&=]", -1)) {
      hidden = part.isEmpty() ? hidden : hidden.replace(part, "***");
    }
    return hidden;
  }

  private static RunFailure failure(String zh, String en, Object... arguments) {
    return new RunFailure(ExitCode.ENVIRONMENT, Bilingual.of(zh, en, arguments));
  }
}
