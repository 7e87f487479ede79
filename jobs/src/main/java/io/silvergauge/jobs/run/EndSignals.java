package io.silvergauge.jobs.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Signals that end the program: SIGHUP, SIGINT and SIGTERM end it with 128 + n, as the shell
 * expects, after the shutdown hooks; which one it was can be asked. A signal that the caller chose
 * to ignore, as nohup does, stays ignored.
 */
public final class EndSignals {
  private static final AtomicReference<String> CAUGHT = new AtomicReference<>("");
  private static final List<String> NAMES = List.of("HUP", "INT", "TERM");

  /** The signal's number is the base's distance. */
  private static final int BASE = 128;

  private EndSignals() {}

  /** The signal that ends the program, such as {@code SIGTERM}; empty where there was none. */
  public static String caught() {
    return CAUGHT.get();
  }

  /** The exit status that tells the caught signal; 1 where there was none. */
  public static int status() {
    return switch (caught()) {
      case "SIGHUP" -> BASE + 1;
      case "SIGINT" -> BASE + 2;
      case "SIGTERM" -> BASE + 15;
      default -> 1;
    };
  }

  /**
   * Hears the signals from now on. The JDK's class for it is one that the compiler warns of and
   * every JDK has; where it cannot be had the program ends by the same signals, nameless.
   */
  public static void install() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ignore = handler.getField("SIG_IGN").get(null);
      Object ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "handle" -> end(arguments[0].toString());
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> "ends the program";
                  });
      for (String name : NAMES) {
        Object one = signal.getConstructor(String.class).newInstance(name);
        Object before = signal.getMethod("handle", signal, handler).invoke(null, one, ours);
        if (ignore.equals(before)) {
          signal.getMethod("handle", signal, handler).invoke(null, one, ignore);
        }
      }
    } catch (ClassNotFoundException
        | NoSuchFieldException
        | NoSuchMethodException
        | IllegalAccessException
        | InstantiationException
        | InvocationTargetException e) {
      return; // the JDK's own handlers stay
    }
  }

  private static Object end(String signal) {
    CAUGHT.compareAndSet("", signal);
    Runtime.getRuntime().exit(status());
    return null;
  }
}
