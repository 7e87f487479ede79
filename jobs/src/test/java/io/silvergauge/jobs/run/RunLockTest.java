package io.silvergauge.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLockTest {
  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();
  private Path out;

  @BeforeEach
  void name() {
    out = folder.resolve("new/out");
  }

  private RunLock take(Duration wait) throws IOException {
    return RunLock.take(out, "evaluate", wait, text -> said.add(text.en()));
  }

  private Bilingual refused() {
    RunFailure failure = catchThrowableOfType(RunFailure.class, () -> take(Duration.ZERO));
    assertThat(failure.code()).isEqualTo(ExitCode.OTHER_RUN);
    return failure.text();
  }

  /** The owner's name as a run left it that ended without a word. */
  private void left(Owner owner) {
    Repository.write(
        out.resolve(".lock"), new String(EvaluationJson.write(owner), StandardCharsets.UTF_8));
  }

  @Test
  void isHeldByOneRunAtATimeAndNamesIt() throws IOException {
    Owner me = Owner.me("evaluate");
    try (RunLock first = take(Duration.ZERO)) {
      assertThat(first).isNotNull();
      Bilingual busy = refused();
      assertThat(busy.en())
          .startsWith("another run is at work in " + out + ": evaluate, process " + me.pid());
      assertThat(busy.zh()).startsWith("另一个运行正在使用输出目录 " + out + "：evaluate，进程 " + me.pid());
      assertThat(RunLock.owner(out).orElseThrow().process()).isEqualTo(me.process());
      try (RunLock other =
          RunLock.take(folder.resolve("other"), "x", Duration.ZERO, text -> said.add(text.en()))) {
        assertThat(other).as("another folder is free").isNotNull();
      }
    }
    assertThat(RunLock.owner(out)).isEmpty();
    try (RunLock next = take(Duration.ZERO)) {
      assertThat(next).as("free again").isNotNull();
    }
    assertThat(said).isEmpty();
  }

  /** POSIX frees what a process holds when it closes any channel to the file. */
  @Test
  void staysHeldForOtherProcessesWhenItIsAskedForHere() throws IOException {
    Path locks = Path.of("/proc/locks");
    assumeTrue(Files.isReadable(locks));
    try (RunLock first = take(Duration.ZERO)) {
      assertThat(first).isNotNull();
      String inode = ":" + Files.getAttribute(out.resolve(".lock"), "unix:ino") + " ";
      assumeTrue(Files.readString(locks).contains(inode));
      refused();
      assertThat(RunLock.owner(out).orElseThrow().pid()).isEqualTo(Owner.me("").pid());
      assertThat(Files.readString(locks)).contains(inode);
    }
  }

  @Test
  void waitsForTheOtherRunIfAskedTo() throws Exception {
    RunLock first = take(Duration.ZERO);
    Thread ending =
        new Thread(
            () -> {
              try {
                while (said.isEmpty()) {
                  Thread.onSpinWait();
                }
                first.close();
              } catch (IOException e) {
                said.add(e.toString());
              }
            });
    ending.start();
    try (RunLock next = take(Duration.ofMinutes(5))) {
      assertThat(next).isNotNull();
    }
    ending.join();
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).endsWith("; waiting for its end …");
  }

  @Test
  void takesThePlaceOfADeadRunOfThisMachineAndSaysSo() throws IOException {
    Owner me = Owner.me("evaluate");
    Process ended = new ProcessBuilder("true").start();
    ended.onExit().join();
    for (Owner dead :
        List.of(
            new Owner(me.host(), ended.pid(), me.process(), "run", "2026-01-01T00:00:00Z"),
            new Owner(me.host(), me.pid(), "another boot/1", "run", "2099-01-01T00:00:00Z"))) {
      said.clear();
      left(dead);
      try (RunLock taken = take(Duration.ZERO)) {
        assertThat(taken).isNotNull();
      }
      assertThat(said)
          .containsExactly(
              "taking over from a run that died: run, process "
                  + dead.pid()
                  + ", since "
                  + dead.since());
    }
  }

  @Test
  void leavesTheFolderToALivingRunWhereTheFileSystemKeepsNoLocks() {
    Owner me = Owner.me("evaluate");
    left(new Owner(me.host(), me.pid(), me.process(), "run", "2001-01-01T00:00:00Z"));
    assertThat(refused().en()).contains("another run is at work", "since 2001-01-01");
    assertThat(said).isEmpty();
  }

  @Test
  void neverTakesThePlaceOfARunOnAnotherMachineAndSaysWhatToDo() throws IOException {
    left(new Owner("elsewhere", 1, "boot/1", "run", "2001-01-01T00:00:00Z"));
    assertThat(refused().en())
        .isEqualTo(
            out
                + " is held by a run on host elsewhere: run, process 1, since 2001-01-01T00:00:00Z;"
                + " whether it is still at work cannot be told from here. If it surely is not,"
                + " remove "
                + out.resolve(".lock"));
    assertThat(refused().zh()).contains("主机 elsewhere").endsWith("请删除 " + out.resolve(".lock"));
    assertThat(RunLock.owner(out).orElseThrow().host()).isEqualTo("elsewhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"host\" : \"els", "{}", "{\"pid\" : 1}", "null", "[]", "x"})
  void aNameThatWasCutShortHoldsNothing(String text) throws IOException {
    Repository.write(out.resolve(".lock"), text);
    assertThat(RunLock.owner(out)).isEmpty();
    try (RunLock taken = take(Duration.ZERO)) {
      assertThat(taken).isNotNull();
    }
  }

  /** A lock is emptied when its run ends: what a link leads to would be lost. */
  @Test
  void followsNoLinkToAFileOfSomebodyElse() throws IOException {
    Path other = folder.resolve("other.txt");
    Repository.write(other, "not of this program");
    Files.createDirectories(out);
    Files.createSymbolicLink(out.resolve(".lock"), other);

    RunFailure failure = catchThrowableOfType(RunFailure.class, () -> take(Duration.ZERO));

    assertThat(failure.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(failure.text().en())
        .isEqualTo(
            out.resolve(".lock")
                + " must be a plain file, no link and no folder; move it away and run again");
    assertThat(other).hasContent("not of this program");
    assertThat(RunLock.owner(out)).isEmpty();
  }
}
