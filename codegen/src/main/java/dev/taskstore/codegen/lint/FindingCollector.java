package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects findings, merges those that several databases share, and removes those that a changeset
 * permits. For one thread.
 */
final class FindingCollector {

  private final Map<Place, Set<LintDatabase>> places = new LinkedHashMap<>();
  private final Map<ChangeSetKey, Set<Permission>> permissions = new LinkedHashMap<>();
  private final List<ChangeSetKey> order = new ArrayList<>();
  private int last;

  /** Starts with the first changeset of a database. */
  void begin() {
    last = -1;
  }

  /** Adds the next changeset; one that no other database has follows the previous changeset. */
  void changeSet(ChangeSetView changeSet) {
    ChangeSetKey origin = changeSet.key();
    int known = order.indexOf(origin);
    last = known < 0 ? last + 1 : known;
    if (known < 0) {
      order.add(last, origin);
    }
    permissions
        .computeIfAbsent(origin, key -> new LinkedHashSet<>())
        .addAll(changeSet.permissions());
  }

  void add(
      LintRule rule, LintDatabase database, ChangeSetKey changeSet, String object, String problem) {
    places
        .computeIfAbsent(new Place(changeSet, rule, object, problem), key -> new LinkedHashSet<>())
        .add(database);
  }

  /** The findings in the order of the changesets, then of the rules. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Set<Map.Entry<ChangeSetKey, LintRule>> used = new HashSet<>();
    places.forEach(
        (place, databases) -> {
          if (allows(place)) {
            used.add(Map.entry(place.origin(), place.rule()));
          } else {
            findings.add(place.finding(databases));
          }
        });
    permissions.forEach(
        (origin, allowed) ->
            allowed.forEach(
                permission ->
                    uselessness(origin, permission, used)
                        .ifPresent(
                            problem ->
                                findings.add(
                                    new Place(
                                            origin,
                                            LintRule.USELESS_ALLOW,
                                            "lint:allow " + permission.rule(),
                                            problem)
                                        .finding(Set.of(LintDatabase.values()))))));
    findings.sort(
        Comparator.comparing((Finding finding) -> order.indexOf(keyOf(finding)))
            .thenComparing(Finding::rule));
    return List.copyOf(findings);
  }

  private static ChangeSetKey keyOf(Finding finding) {
    return new ChangeSetKey(finding.file(), finding.changeSet(), finding.author());
  }

  private boolean allows(Place place) {
    return permissions.getOrDefault(place.origin(), Set.of()).stream()
        .anyMatch(
            permission ->
                permission.rule().equals(place.rule().id()) && !permission.reason().isEmpty());
  }

  private static Optional<String> uselessness(
      ChangeSetKey origin, Permission permission, Set<Map.Entry<ChangeSetKey, LintRule>> used) {
    Optional<LintRule> rule = LintRule.byId(permission.rule());
    if (rule.isEmpty()) {
      return Optional.of("The rule " + permission.rule() + " does not exist.");
    }
    if (permission.reason().isEmpty()) {
      return Optional.of("The reason is missing.");
    }
    return used.contains(Map.entry(origin, rule.get()))
        ? Optional.empty()
        : Optional.of("The changeset does not violate the rule.");
  }

  private record Place(ChangeSetKey origin, LintRule rule, String object, String problem) {

    Finding finding(Set<LintDatabase> databases) {
      return new Finding(
          rule,
          databases.stream().sorted().toList(),
          origin.file(),
          origin.id(),
          origin.author(),
          object,
          problem);
    }
  }
}
