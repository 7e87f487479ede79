package io.silvergauge.jobs.star;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own in a temporary folder, on the loopback, with its own users. Needs
 * the server's programs, which {@code ./silvergauge --setup test} installs; without them tests
 * fail.
 */
public final class PostgresServer {
  /** Who may do everything in it. */
  public static final String OWNER = "owner";

  /** Password of everybody in it. */
  public static final String PASSWORD = "Geheim-7f3a";

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path folder;
  private final int port;
  private final Process process;

  private PostgresServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts one and waits until it takes connections. */
  public static PostgresServer start() throws IOException, InterruptedException {
    Path programs = programs();
    boolean root = System.getProperty("user.name").equals("root");
    Path folder = Files.createTempDirectory("silvergauge-postgres");
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    if (root) { // it refuses to run as root: as the user that its package makes
      run(List.of("chown", "-R", "postgres", folder.toString()));
    }
    String data = folder.resolve("data").toString();
    run(
        as(
            root,
            programs.resolve("initdb").toString(),
            "-D",
            data,
            "-U",
            OWNER,
            "-A",
            "scram-sha-256",
            "--pwfile",
            password.toString(),
            "-E",
            "UTF8",
            "--locale=C",
            "-N"));
    int port = freePort();
    Process process =
        new ProcessBuilder(
                as(
                    root,
                    programs.resolve("postgres").toString(),
                    "-D",
                    data,
                    "-p",
                    String.valueOf(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=",
                    "-c",
                    "fsync=off"))
            .redirectErrorStream(true)
            .start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
      if (line.contains("ready to accept connections")) {
        Thread rest = new Thread(() -> drain(said), "postgres");
        rest.setDaemon(true); // else it stops where its output is not taken
        rest.start();
        return new PostgresServer(folder, port, process);
      }
    }
    throw new IllegalStateException("PostgreSQL did not start\n" + String.join("\n", lines));
  }

  private static void drain(BufferedReader said) {
    try {
      said.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // The server is gone.
    }
  }

  private static Path programs() throws IOException {
    for (String place : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(place, "postgres"))) {
        return Path.of(place);
      }
    }
    if (Files.isDirectory(DEBIAN)) {
      try (Stream<Path> versions = Files.list(DEBIAN)) {
        return versions
            .map(version -> version.resolve("bin"))
            .filter(programs -> Files.isExecutable(programs.resolve("postgres")))
            .max(Comparator.naturalOrder())
            .orElseThrow(PostgresServer::missing);
      }
    }
    throw missing();
  }

  private static IllegalStateException missing() {
    return new IllegalStateException(
        "There is no PostgreSQL server; ./silvergauge --setup test installs it");
  }

  private static List<String> as(boolean root, String... command) {
    List<String> all = new ArrayList<>();
    if (root) {
      all.addAll(
          List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + "\n" + said);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Its port on the loopback. */
  public int port() {
    return port;
  }

  /** Its address. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** A file that names it, for a user and schema, that nobody else can read. */
  public Path login(Path file, String user, String password, String schema) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file, "url=%s\nuser=%s\npassword=%s\nschema=%s\n".formatted(url(), user, password, schema));
  }

  /** Does something as its owner. */
  public void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of a query, cells joined by {@code |}, nothing for null. */
  public List<String> rows(String query) {
    try (Connection connection = connect()) {
      return DuckTables.rows(connection, query);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All rows of all tables of a schema. */
  public List<String> everything(String schema) {
    List<String> all = new ArrayList<>();
    for (StarTable<?> table : Star.TABLES) {
      for (String row :
          rows("select t::text from %s.%s t order by 1".formatted(schema, table.name()))) {
        all.add(table.name() + " " + row);
      }
    }
    return all;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), OWNER, PASSWORD);
  }

  /** Ends it and removes its folder. */
  public void stop() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
