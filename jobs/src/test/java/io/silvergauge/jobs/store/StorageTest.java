package io.silvergauge.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.jobs.Repository;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One contract for every kind of storage. */
class StorageTest {
  @TempDir Path folder;

  enum Kind {
    LOCAL,
    HADOOP,
    HDFS
  }

  private Storage open(Kind kind) {
    Path kept = folder.resolve("kept");
    return switch (kind) {
      case LOCAL -> new LocalStorage(kept);
      case HADOOP -> new HadoopStorage(kept.toUri());
      case HDFS -> new HadoopStorage(URI.create(Hdfs.uri() + kept.toUri().getRawPath()));
    };
  }

  private static byte[] utf8(String text) {
    return Repository.utf8(text);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void givesBackWhatWasWritten(Kind kind) throws IOException {
    Storage storage = open(kind);
    byte[] content = new byte[100_000];
    Arrays.fill(content, (byte) 7);

    storage.write("a/b/c.bin", content);
    storage.write("a/郑州市 1.txt", utf8("郑州"));
    storage.write("empty", new byte[0]);

    assertThat(storage.read("a/b/c.bin")).isEqualTo(content);
    assertThat(storage.read("a/郑州市 1.txt")).isEqualTo(utf8("郑州"));
    assertThat(storage.read("empty")).isEmpty();
    assertThat(storage.exists("a/b")).isTrue();
    assertThat(storage.exists("a/b/c.bin")).isTrue();
    assertThat(storage.exists("a/b/d.bin")).isFalse();
    assertThatThrownBy(() -> storage.read("a/b/d.bin")).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void replacesAFileAsAWhole(Kind kind) throws IOException {
    Storage storage = open(kind);
    storage.write("a.txt", utf8("first, and longer"));
    storage.write("a.txt", utf8("second"));

    assertThat(storage.read("a.txt")).isEqualTo(utf8("second"));
    assertThat(storage.walk("")).as("nothing half-written is left").containsExactly("a.txt");
  }

  /** Old or new, whole, at any moment: never nothing, never a part. */
  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"LOCAL", "HDFS"})
  void isReadWholeWhileItIsReplaced(Kind kind) throws Exception {
    Storage storage = open(kind);
    byte[] one = new byte[10_000];
    byte[] other = new byte[20_000];
    Arrays.fill(other, (byte) 1);
    storage.write("f/a.bin", one);
    AtomicBoolean done = new AtomicBoolean();
    FutureTask<Integer> reader =
        new FutureTask<>(
            () -> {
              int read = 0;
              while (!done.get() || read == 0) {
                assertThat(storage.exists("f/a.bin")).isTrue();
                assertThat(storage.read("f/a.bin")).isIn(one, other);
                read++;
              }
              return read;
            });
    new Thread(reader, "reader").start();
    for (int i = 0; i < 50; i++) {
      storage.write("f/a.bin", i % 2 == 0 ? other : one);
    }
    done.set(true);

    assertThat(reader.get()).isPositive();
    assertThat(storage.list("f")).containsExactly("a.bin");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void leavesNothingWhereAFileCannotBeWritten(Kind kind) throws IOException {
    Storage storage = open(kind);
    storage.write("taken", utf8("a file where a folder is needed"));

    assertThatThrownBy(() -> storage.write("taken/a.txt", utf8("x")))
        .isInstanceOf(IOException.class);
    assertThat(storage.walk("")).containsExactly("taken");
    assertThat(storage.read("taken")).isEqualTo(utf8("a file where a folder is needed"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void listsNamesInOrder(Kind kind) throws IOException {
    Storage storage = open(kind);
    for (String path : List.of("f/b.txt", "f/a.txt", "f/sub/z.txt", "other/y.txt")) {
      storage.write(path, utf8(path));
    }

    assertThat(storage.list("f")).containsExactly("a.txt", "b.txt", "sub");
    assertThat(storage.list("")).containsExactly("f", "other");
    assertThat(storage.list("none")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void walksAllFilesBelowAFolderInOrder(Kind kind) throws IOException {
    Storage storage = open(kind);
    for (String path : List.of("f/b.txt", "f/a/2.txt", "f/a/1/x.txt", "f/a.txt", "other/y.txt")) {
      storage.write(path, utf8(path));
    }

    assertThat(storage.walk("f")).containsExactly("a.txt", "a/1/x.txt", "a/2.txt", "b.txt");
    assertThat(storage.walk("none")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void givesAFinishedFolderItsNameOnce(Kind kind) throws IOException {
    Storage storage = open(kind);
    storage.write(".staging-1/a.txt", utf8("one"));
    storage.write(".staging-2/a.txt", utf8("two"));

    assertThat(storage.rename(".staging-1", "packs/x")).isTrue();
    assertThat(storage.rename(".staging-2", "packs/x")).as("the name is taken").isFalse();
    assertThat(storage.read("packs/x/a.txt")).isEqualTo(utf8("one"));
    assertThat(storage.exists(".staging-1")).isFalse();
    assertThat(storage.read(".staging-2/a.txt")).isEqualTo(utf8("two"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void copiesSoThatTheFirstCanBeReplacedAndRemoved(Kind kind) throws IOException {
    Storage storage = open(kind);
    storage.write("old/a.txt", utf8("first"));
    storage.copy("old/a.txt", "new/deep/a.txt");
    storage.write("old/a.txt", utf8("second"));
    assertThatThrownBy(() -> storage.copy("old/a.txt", "new/deep/a.txt"))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(storage.read("new/deep/a.txt")).isEqualTo(utf8("first"));
    storage.delete("old");
    assertThat(storage.read("new/deep/a.txt")).isEqualTo(utf8("first"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void removesFilesAndFoldersAndDoesNothingWhereThereIsNone(Kind kind) throws IOException {
    Storage storage = open(kind);
    storage.write("f/a.txt", utf8("a"));
    storage.write("f/sub/b.txt", utf8("b"));
    storage.write("kept.txt", utf8("kept"));

    storage.delete("f/a.txt");
    assertThat(storage.walk("f")).containsExactly("sub/b.txt");
    storage.delete("f");
    storage.delete("f");
    storage.delete("never/there");
    assertThat(storage.exists("f")).isFalse();
    assertThat(storage.walk("")).containsExactly("kept.txt");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void pointsToOneTargetAfterAnother(Kind kind) throws IOException {
    Storage storage = open(kind);
    storage.write("publications/1/a.txt", utf8("one"));
    storage.write("publications/2/a.txt", utf8("two"));

    assertThat(storage.pointed("current")).isEmpty();
    storage.point("current", "publications/1");
    assertThat(storage.pointed("current")).isEqualTo("publications/1");
    storage.point("current", "publications/2");
    assertThat(storage.pointed("current")).isEqualTo("publications/2");
    assertThat(storage.list("")).containsExactly("current", "publications");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void refusesEveryPathThatLeadsOutOfItsRoot(Kind kind) throws IOException {
    Storage storage = open(kind);
    storage.write("a", utf8("a"));
    Repository.write(folder.resolve("outside.txt"), "outside");
    for (String path :
        List.of("../outside.txt", "a/../../outside.txt", "..", "/etc/hostname", "a/b/../../../x")) {
      for (Action action : actions(storage, path)) {
        assertThatThrownBy(action::run)
            .as(path)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("'" + path + "' leads out of '");
      }
    }
    assertThat(folder.resolve("outside.txt")).hasContent("outside");
  }

  private interface Action {
    void run() throws IOException;
  }

  private static List<Action> actions(Storage storage, String path) {
    return List.of(
        () -> storage.read(path),
        () -> storage.exists(path),
        () -> storage.write(path, new byte[0]),
        () -> storage.list(path),
        () -> storage.walk(path),
        () -> storage.rename("a", path),
        () -> storage.rename(path, "b"),
        () -> storage.copy(path, "b"),
        () -> storage.copy("a", path),
        () -> storage.delete(path),
        () -> storage.point(path, "a"),
        () -> storage.pointed(path),
        () -> storage.location(path),
        () -> storage.parquetInput(path),
        () -> storage.parquetOutput(path));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void worksTheSameAfterItTravelledToATask(Kind kind) throws IOException, ClassNotFoundException {
    Storage storage = open(kind);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(storage);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ((Storage) in.readObject()).write("a.txt", utf8("a"));
    }
    assertThat(storage.read("a.txt")).isEqualTo(utf8("a"));
    assertThat(storage.location("a.txt")).endsWith("/kept/a.txt");
  }

  @Test
  void isAFolderOrAFileSystemByHowItIsWritten() throws IOException {
    Path base = folder.resolve("assessment");
    Path usual = folder.resolve("out/store");
    Storages.open("", base, usual).write("a", utf8("usual"));
    Storages.open("my store", base, usual).write("a", utf8("relative"));
    Storages.open(folder.resolve("absolute").toString(), base, usual).write("a", utf8("absolute"));
    Storages.open(folder.resolve("uri").toUri().toString(), base, usual).write("a", utf8("uri"));

    assertThat(folder.resolve("out/store/a")).hasContent("usual");
    assertThat(folder.resolve("assessment/my store/a")).hasContent("relative");
    assertThat(folder.resolve("absolute/a")).hasContent("absolute");
    assertThat(folder.resolve("uri/a")).hasContent("uri");
    assertThat(Storages.open("hdfs://host:8020/x", base, usual)).isInstanceOf(HadoopStorage.class);
    assertThat(Storages.open("C:/x", base, usual)).isInstanceOf(LocalStorage.class);
  }

  @Test
  void linksOnThisMachineAreRelativeSoThatTheFolderCanMove() throws IOException {
    Storage storage = open(Kind.LOCAL);
    storage.write("publications/1/a.txt", utf8("one"));
    storage.point("current", "publications/1");
    Path moved = Files.move(folder.resolve("kept"), folder.resolve("elsewhere"));

    assertThat(moved.resolve("current")).isSymbolicLink();
    assertThat(Files.readSymbolicLink(moved.resolve("current")))
        .isEqualTo(Path.of("publications/1"));
    assertThat(moved.resolve("current/a.txt")).hasContent("one");
    try (Stream<Path> left = Files.list(moved)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("current", "publications");
    }
  }
}
