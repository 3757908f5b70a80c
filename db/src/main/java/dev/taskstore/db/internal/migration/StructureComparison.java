package dev.taskstore.db.internal.migration;

import dev.taskstore.db.migration.ElementAspect;
import dev.taskstore.db.migration.ElementKind;
import dev.taskstore.db.migration.SchemaDifference;
import dev.taskstore.db.migration.SchemaDrift;
import dev.taskstore.db.migration.SchemaElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the expected elements of a schema with the actual ones. */
final class StructureComparison {

  /** Identifies an element, and determines the order of the differences. */
  private record Key(String table, ElementKind kind, String name) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::table).thenComparing(Key::kind).thenComparing(Key::name);

    static Key of(SchemaElement element) {
      return new Key(element.table(), element.kind(), element.name());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final Set<String> ignoredTables;

  /**
   * Creates a comparison.
   *
   * @param ignoredTables the tables to ignore, in lower case
   */
  StructureComparison(Set<String> ignoredTables) {
    this.ignoredTables = ignoredTables;
  }

  /** Compares the tables and views that are expected; the others are only named. */
  SchemaDrift compare(Collection<SchemaElement> expected, Collection<SchemaElement> found) {
    Map<Key, SchemaElement> wanted = byKey(expected);
    Map<Key, SchemaElement> present = byKey(found);
    Set<String> wantedTables = tables(wanted.keySet());
    Set<String> otherTables = tables(present.keySet());
    Set<String> commonTables = new TreeSet<>(wantedTables);
    commonTables.retainAll(otherTables);
    otherTables.removeAll(wantedTables);
    Set<Key> keys = new TreeSet<>(wanted.keySet());
    keys.addAll(present.keySet());
    List<SchemaDifference> differences = new ArrayList<>();
    for (Key key : keys) {
      SchemaElement want = wanted.get(key);
      SchemaElement have = present.get(key);
      if (want != null && have != null) {
        addChanges(differences, want, have);
      } else if (isTable(key) ? want != null : commonTables.contains(key.table)) {
        differences.add(
            new SchemaDifference(
                key.kind,
                key.table,
                key.name,
                Optional.empty(),
                Optional.ofNullable(want).map(SchemaElement::description),
                Optional.ofNullable(have).map(SchemaElement::description)));
      }
    }
    return new SchemaDrift(differences, List.copyOf(otherTables));
  }

  private Map<Key, SchemaElement> byKey(Collection<SchemaElement> elements) {
    Map<Key, SchemaElement> result = new TreeMap<>();
    for (SchemaElement element : elements) {
      if (!ignoredTables.contains(element.table().toLowerCase(Locale.ROOT))
          && !LibraryObjects.contain(element)) {
        result.put(Key.of(element), element);
      }
    }
    return result;
  }

  /** Includes views: the elements of a missing table or view are not reported separately. */
  private static boolean isTable(Key key) {
    return key.kind == ElementKind.TABLE || key.kind == ElementKind.VIEW;
  }

  private static Set<String> tables(Set<Key> keys) {
    Set<String> tables = new TreeSet<>();
    for (Key key : keys) {
      if (isTable(key)) {
        tables.add(key.name);
      }
    }
    return tables;
  }

  private static void addChanges(
      List<SchemaDifference> differences, SchemaElement want, SchemaElement have) {
    for (ElementAspect aspect : ElementAspect.values()) {
      Optional<String> expected = Optional.ofNullable(want.aspects().get(aspect));
      Optional<String> found = Optional.ofNullable(have.aspects().get(aspect));
      if (!expected.equals(found)) {
        differences.add(
            new SchemaDifference(
                want.kind(), want.table(), want.name(), Optional.of(aspect), expected, found));
      }
    }
  }
}
