package chatroom.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes each setting from the first place that says it, and remembers every fault instead of
 * stopping at the first.
 *
 * <p>Thread safety: none; used by one thread while a configuration is built.
 */
final class ConfigReader {
  private final List<Place> places;
  private final List<String> faults = new ArrayList<>();
  private final List<Effective> effective = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Path home;
  private final boolean homeIsDefault;

  ConfigReader(Surroundings surroundings, String contextPath) {
    places = new ArrayList<>(surroundings.beforeFile());
    places.add(surroundings.afterFile());
    home = value(Settings.home(surroundings.systemProperties(), contextPath));
    homeIsDefault = effective.get(0).isDefault();
    PropertiesFile file = readFile();
    places.add(places.size() - 1, file.place());
    warnings.addAll(UnknownKeys.in(surroundings, file));
  }

  Path home() {
    return homeIsDefault ? home : home.toAbsolutePath();
  }

  boolean homeIsDefault() {
    return homeIsDefault;
  }

  /** The value in force; the default where a wrong one was said, which is a fault. */
  <T> T value(Setting<T> setting) {
    Effective found = find(setting);
    effective.add(found);
    try {
      return setting.parser().apply(found.text());
    } catch (IllegalArgumentException e) {
      faults.add(found.fault(setting.needed()));
      return setting.parser().apply(setting.defaultText());
    }
  }

  /** Notes that the value read for this setting does not go with the others. */
  void refuse(Setting<?> setting, String needed) {
    faults.add(find(setting).fault(needed));
  }

  List<Effective> effective() {
    return List.copyOf(effective);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  void throwIfFaulty() {
    if (!faults.isEmpty()) {
      throw new ConfigException(faults);
    }
  }

  private Effective find(Setting<?> setting) {
    return places.stream()
        .map(place -> place.find(setting.key()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(new Effective(setting.key(), setting.defaultText(), Effective.DEFAULT));
  }

  /** Nothing where the home itself is wrong: another home's file would only mislead. */
  private PropertiesFile readFile() {
    if (!faults.isEmpty()) {
      return PropertiesFile.EMPTY;
    }
    try {
      return PropertiesFile.read(home());
    } catch (IOException | IllegalArgumentException e) {
      faults.add(PropertiesFile.in(home()) + " cannot be read: " + e);
      return PropertiesFile.EMPTY;
    }
  }
}
