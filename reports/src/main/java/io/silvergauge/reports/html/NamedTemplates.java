package io.silvergauge.reports.html;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Finds templates by their names and nothing else: a template reaches no file and no class. */
final class NamedTemplates implements Loader<String> {
  private static final Set<String> OF_COLLECTIONS = Set.of("size", "isEmpty", "get");

  /** What a loop knows of itself, such as whether it stands at its first item. */
  private static final String LOOP = "io.pebbletemplates.pebble.node.ForNode$LoopVariables";

  private final PageTemplates templates;

  NamedTemplates(PageTemplates templates) {
    this.templates = templates;
  }

  /** What pages are made of may be asked, and how much is in a list; nothing else may be called. */
  static boolean mayCall(Object object, Method method) {
    Class<?> in = method.getDeclaringClass();
    if (in.getName().startsWith("io.silvergauge.") || in.getName().equals(LOOP)) {
      return true;
    }
    return (Collection.class.isAssignableFrom(in) || Map.class.isAssignableFrom(in))
        && OF_COLLECTIONS.contains(method.getName());
  }

  @Override
  public Reader getReader(String name) {
    if (!resourceExists(name)) {
      throw new LoaderException(
          null, "there is no template '" + name + "'; known are: " + PageTemplates.NAMES);
    }
    return new StringReader(templates.text(name));
  }

  @Override
  public boolean resourceExists(String name) {
    return name.endsWith(".peb") && PageTemplates.NAMES.contains(name);
  }

  @Override
  public String createCacheKey(String name) {
    return name;
  }

  @Override
  public String resolveRelativePath(String relative, String anchor) {
    return relative;
  }

  @Override
  public void setCharset(String charset) {}

  @Override
  public void setPrefix(String prefix) {}

  @Override
  public void setSuffix(String suffix) {}
}
