package chatroom.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The page's modules put together for the way: what a module needs comes with it in one file, at
 * its own address, if nothing else is fetched that needs it, too. Each module is run once, as in
 * the source, where each is a file of its own.
 *
 * <p>Thread safety: for one thread.
 */
final class ModulePacks {
  private final Map<String, ModuleSource> sources;
  private final String start;

  /** Where each module comes to the page: at its own address, or in the file of another. */
  private final Map<String, String> homes = new HashMap<>();

  private final List<String> order = new ArrayList<>();

  /**
   * @param sources all modules, by path
   * @param start the one that the page begins with
   */
  ModulePacks(Map<String, ModuleSource> sources, String start) {
    this.sources = sources;
    this.start = start;
    Map<String, Set<String>> roots = roots();
    roots.forEach(
        (module, of) ->
            homes.put(
                module,
                of.contains(start) ? start : of.size() == 1 ? of.iterator().next() : module));
  }

  /** The modules that are fetched by themselves, for each module that they need. */
  private Map<String, Set<String>> roots() {
    Map<String, Set<String>> roots = new TreeMap<>();
    Set<String> asked = new LinkedHashSet<>(Set.of(start));
    List<String> waiting = new ArrayList<>(asked);
    while (!waiting.isEmpty()) {
      String root = waiting.remove(0);
      visit(root, root, roots, new LinkedHashSet<>());
      roots.forEach(
          (module, of) ->
              source(module).dynamicImports().stream().filter(asked::add).forEach(waiting::add));
    }
    asked.forEach(root -> roots.put(root, Set.of(root)));
    return roots;
  }

  private void visit(String module, String root, Map<String, Set<String>> roots, Set<String> path) {
    if (!path.add(module)) {
      throw new IllegalArgumentException("Modules need each other: " + path);
    }
    if (roots.computeIfAbsent(module, any -> new TreeSet<>()).add(root)) {
      source(module).imports().keySet().forEach(needed -> visit(needed, root, roots, path));
      if (!order.contains(module)) {
        order.add(module);
      }
    }
    path.remove(module);
  }

  /** What is sent, by path. */
  Map<String, String> files() {
    return order.stream()
        .filter(module -> home(module).equals(module))
        .collect(Collectors.toMap(module -> module, this::file));
  }

  private String file(String root) {
    StringBuilder text = new StringBuilder();
    List<String> members = order.stream().filter(it -> home(it).equals(root)).toList();
    foreign(members).forEach((from, names) -> text.append(fetched(root, from, names)));
    String folder = PagePath.folder(root);
    for (String member : members.subList(0, members.size() - 1)) {
      ModuleSource source = source(member);
      text.append("const ").append(name(member)).append(" = ");
      text.append(source.scoped(folder, inner -> taken(source) + inner)).append(";\n");
    }
    text.append(taken(source(root))).append(source(root).code(folder));
    List<String> names = members.stream().filter(this::isOffered).map(this::name).toList();
    if (!names.isEmpty()) {
      text.append("export { ").append(String.join(", ", names)).append(" };\n");
    }
    return text.toString();
  }

  /** Whether a module that comes in the file of another is needed by a third file. */
  private boolean isOffered(String module) {
    String home = home(module);
    return !home.equals(module)
        && order.stream()
            .filter(it -> !home(it).equals(home))
            .anyMatch(it -> source(it).imports().containsKey(module));
  }

  /** What modules of this file need of others, by the files that have it. */
  private Map<String, Set<String>> foreign(List<String> members) {
    Map<String, Set<String>> foreign = new TreeMap<>(inOrder());
    for (String member : members) {
      for (String needed : source(member).imports().keySet()) {
        if (!home(needed).equals(home(member))) {
          foreign.computeIfAbsent(home(needed), any -> new TreeSet<>(inOrder())).add(needed);
        }
      }
    }
    return foreign;
  }

  private String fetched(String root, String from, Set<String> needed) {
    String address = "'" + PagePath.relative(PagePath.folder(root), from) + "';\n";
    String whole = needed.contains(from) ? "import * as " + name(from) + " from " + address : "";
    List<String> parts = needed.stream().filter(it -> !it.equals(from)).map(this::name).toList();
    return parts.isEmpty()
        ? whole
        : whole + "import { " + String.join(", ", parts) + " } from " + address;
  }

  private String taken(ModuleSource source) {
    return source.imports().entrySet().stream()
        .map(it -> "const { " + it.getValue() + " } = " + name(it.getKey()) + ";\n")
        .collect(Collectors.joining());
  }

  /**
   * By the path and not by a number: a page may fetch a dialog after the server got another
   * version, and then has to miss what is not there any more, not to take something else for it.
   */
  private String name(String module) {
    return "$" + module.replaceAll("\\W", "_");
  }

  private String home(String module) {
    String home = homes.get(module);
    if (home == null) {
      throw new IllegalArgumentException("No module fetches " + module);
    }
    return home;
  }

  private Comparator<String> inOrder() {
    return Comparator.comparing(order::indexOf);
  }

  private ModuleSource source(String module) {
    ModuleSource source = sources.get(module);
    if (source == null) {
      throw new IllegalArgumentException("There is no module " + module);
    }
    return source;
  }
}
