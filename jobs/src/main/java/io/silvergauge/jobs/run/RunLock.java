package io.silvergauge.jobs.run;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.LocalStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One run at a time for an output folder. The file {@code .lock} is locked with the operating
 * system, which frees it when a process dies, and names its owner, for file systems that keep no
 * locks between machines and for people. It is emptied when a run ends, not removed: another run
 * may have opened it already.
 */
public final class RunLock implements AutoCloseable {
  private static final String FILE = ".lock";
  private static final long LOOK_AGAIN_MILLIS = 250;

  /** No owner's name takes so many bytes. */
  private static final int LONGEST = 65_536;

  /**
   * What this process holds. The file is not opened again meanwhile: POSIX frees what a process
   * holds when it closes any channel to the file.
   */
  private static final Map<Path, Owner> HELD = new HashMap<>();

  private final Path key;
  private final FileChannel channel;
  private final FileLock lock;

  private RunLock(Path key, FileChannel channel, FileLock lock) {
    this.key = key;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock.
   *
   * @param command what is done with it, for whoever finds it taken
   * @param wait how long to wait for another run; zero not to wait
   * @param say hears that another run is waited for, or that a dead one's place is taken
   * @throws RunFailure if another run is at work, or may be at work on another machine
   */
  public static RunLock take(Path output, String command, Duration wait, Consumer<Bilingual> say)
      throws IOException {
    Files.createDirectories(output);
    Clock clock = RunClock.utc();
    Instant until = clock.instant().plus(wait);
    boolean told = false;
    while (true) {
      Optional<RunLock> taken = attempt(output, command, say);
      if (taken.isPresent()) {
        return taken.get();
      }
      Optional<Owner> other = owner(output);
      if (!clock.instant().isBefore(until)) {
        throw new RunFailure(ExitCode.OTHER_RUN, taken(output, other));
      }
      if (!told) {
        say.accept(Bilingual.of("%s；等待其结束 …", "%s; waiting for its end …", taken(output, other)));
        told = true;
      }
      pause();
    }
  }

  /** Who holds the folder, or held it when it died; empty where nobody does. */
  public static Optional<Owner> owner(Path output) throws IOException {
    Path file = output.resolve(FILE);
    synchronized (HELD) {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      Owner here = HELD.get(output.toRealPath());
      return here == null ? read(Files.readAllBytes(file)) : Optional.of(here);
    }
  }

  /** Empty while another run has it. */
  private static Optional<RunLock> attempt(Path output, String command, Consumer<Bilingual> say)
      throws IOException {
    synchronized (HELD) {
      Path key = output.toRealPath();
      return HELD.containsKey(key) ? Optional.empty() : attempt(key, output, command, say);
    }
  }

  private static Optional<RunLock> attempt(
      Path key, Path output, String command, Consumer<Bilingual> say) throws IOException {
    Path file = output.resolve(FILE);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new RunFailure(
          ExitCode.ENVIRONMENT,
          Bilingual.of(
              "%s 应为普通文件，不能是链接或目录；请移走后重新运行",
              "%s must be a plain file, no link and no folder; move it away and run again", file));
    }
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS); // emptied when a run ends: never somebody else's file
    boolean held = false;
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        Optional<Owner> before = read(content(channel));
        if (before.isEmpty() || isGone(before.get(), say)) {
          Owner me = Owner.me(command);
          write(file, channel, EvaluationJson.write(me));
          held = true;
          HELD.put(key, me);
          return Optional.of(new RunLock(key, channel, lock));
        }
      }
    } catch (OverlappingFileLockException e) {
      // held within this very process: the same answer as for another one
    } finally {
      if (!held) {
        channel.close();
      }
    }
    return Optional.empty();
  }

  /** Whether an owner whom the operating system knows nothing of has died. */
  private static boolean isGone(Owner before, Consumer<Bilingual> say) {
    if (!before.isHere() || before.isAlive()) {
      return false;
    }
    say.accept(
        Bilingual.of(
            "接替已中断的运行：%s，进程 %s，自 %s",
            "taking over from a run that died: %s, process %s, since %s",
            before.command(),
            before.pid(),
            before.since()));
    return true;
  }

  private static Bilingual taken(Path output, Optional<Owner> other) {
    if (other.isEmpty()) {
      return Bilingual.of("另一个运行正在使用输出目录 %s", "another run is at work in %s", output);
    }
    Owner owner = other.get();
    if (owner.isHere()) {
      return Bilingual.of(
          "另一个运行正在使用输出目录 %s：%s，进程 %s，自 %s",
          "another run is at work in %s: %s, process %s, since %s",
          output,
          owner.command(),
          owner.pid(),
          owner.since());
    }
    return Bilingual.of(
        "输出目录 %s 由主机 %s 上的运行占用：%s，进程 %s，自 %s；本机无法判断其是否仍在运行。如确认已结束，请删除 %s",
        "%s is held by a run on host %s: %s, process %s, since %s; whether it is still at work cannot"
            + " be told from here. If it surely is not, remove %s",
        output,
        owner.host(),
        owner.command(),
        owner.pid(),
        owner.since(),
        output.resolve(FILE));
  }

  /**
   * Read by the channel that has the lock: opening and closing the file anew would free it, since
   * POSIX frees what a process holds when it closes any channel to the file.
   */
  private static byte[] content(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate((int) Math.min(channel.size(), LONGEST));
    int more = 0;
    while (text.hasRemaining() && more >= 0) {
      more = channel.read(text, text.position());
    }
    return Arrays.copyOf(text.array(), text.position());
  }

  /**
   * A text cut short, or one that says too little, names nobody: whoever wrote it died while taking
   * the lock.
   */
  private static Optional<Owner> read(byte[] text) {
    try {
      return text.length == 0
          ? Optional.empty()
          : Optional.ofNullable(EvaluationJson.read(text, Owner.class)).filter(Owner::isNamed);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void write(Path file, FileChannel channel, byte[] text) throws IOException {
    try {
      channel.truncate(0);
      ByteBuffer rest = ByteBuffer.wrap(text);
      long at = 0;
      while (rest.hasRemaining()) {
        at += channel.write(rest, at);
      }
      channel.force(true);
    } catch (IOException e) {
      throw LocalStorage.at(file, e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for another run", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    boolean interrupted = Thread.interrupted(); // which would close the file before it is emptied
    synchronized (HELD) {
      try {
        channel.truncate(0);
        lock.release();
      } finally {
        HELD.remove(key);
        channel.close();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
