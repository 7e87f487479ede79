package io.silvergauge.jobs.run;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Who holds an output folder.
 *
 * @param host name of the machine
 * @param pid number of the process there
 * @param process tells the process from another that gets its number later: on Linux the boot of
 *     the machine and the tick of its clock at which the process began, which setting the clock
 *     leaves alone; elsewhere the time at which it began
 * @param command what it does
 * @param since when it took the folder, UTC
 */
public record Owner(String host, long pid, String process, String command, String since) {
  /** Where Linux tells of processes. */
  private static final Path PROC = Path.of("/proc");

  /** Field of {@code /proc/<pid>/stat} with the start, counted behind the name. */
  private static final int STARTED = 19;

  /** This process. */
  static Owner me(String command) {
    long pid = ProcessHandle.current().pid();
    return new Owner(
        thisHost(),
        pid,
        process(pid).orElse(""),
        command,
        RunClock.utc().instant().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** Whether all is there that a run says of itself; a file may hold anything. */
  boolean isNamed() {
    return host != null && process != null && command != null && since != null;
  }

  /** Whether it works, or worked, on this machine. */
  boolean isHere() {
    return host.equals(thisHost());
  }

  /** Whether the very process is still there; only this machine can tell. */
  boolean isAlive() {
    return isHere() && process(pid).filter(process::equals).isPresent();
  }

  /** What tells a process that is there from all others; empty for one that has ended. */
  private static Optional<String> process(long pid) {
    if (!Files.isDirectory(PROC.resolve("self"))) {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .map(found -> found.info().startInstant().map(Object::toString).orElse(""));
    }
    try {
      String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      boolean ended = fields[0].equals("Z") || fields[0].equals("X");
      String boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
      return ended ? Optional.empty() : Optional.of(boot + "/" + fields[STARTED]);
    } catch (IOException e) {
      return Optional.empty(); // there is no such process
    }
  }

  /** The machine's own name for itself, asked of no name service. */
  private static String thisHost() {
    try {
      Path name = PROC.resolve("sys/kernel/hostname");
      return Files.isReadable(name)
          ? Files.readString(name).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "";
    }
  }
}
