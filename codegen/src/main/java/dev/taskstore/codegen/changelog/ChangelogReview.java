package dev.taskstore.codegen.changelog;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.Location;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemCollector;
import dev.taskstore.codegen.problem.ProblemKind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import liquibase.ContextExpression;
import liquibase.Contexts;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseList;
import liquibase.resource.ResourceAccessor;

/**
 * Finds problems of a changelog that show without a database: parameters without a value,
 * changesets with the same identity, objects in other schemas, and files that do not exist. For one
 * thread.
 */
public final class ChangelogReview {

  /** The context that runs if none is configured: without any, Liquibase runs every changeset. */
  public static final String NO_CONTEXT = "taskstore-code-generation";

  /** The databases on which an application runs, with Liquibase's short names. */
  private static final Map<String, String> DATABASES =
      new TreeMap<>(Map.of("sqlite", "SQLite", "postgresql", "PostgreSQL"));

  private final ChangelogFiles source;
  private final Contexts contexts;
  private final Map<Problem, Set<String>> problems = new LinkedHashMap<>();
  private final Map<String, Set<String>> skipped = new TreeMap<>();

  private ChangelogReview(ChangelogFiles source, List<String> contexts) {
    this.source = source;
    this.contexts = new Contexts(contexts.isEmpty() ? List.of(NO_CONTEXT) : contexts);
  }

  /**
   * Reads a changelog for each database.
   *
   * @param source the changelog and its files
   * @param contexts the contexts to run
   * @return the review
   * @throws GenerationException if a file cannot be read, with the problems of all files
   */
  public static ChangelogReview of(ChangelogFiles source, List<String> contexts) {
    ChangelogReview review = new ChangelogReview(source, contexts);
    DATABASES.forEach(review::read);
    return review;
  }

  /**
   * Adds the problems of the changesets that run.
   *
   * @param collector receives each problem once, with the databases that it concerns
   */
  public void report(ProblemCollector collector) {
    problems.forEach(
        (problem, databases) ->
            collector.add(
                databases.size() == DATABASES.size()
                    ? problem
                    : new Problem(
                        problem.kind(),
                        problem.location(),
                        problem.description() + " on " + String.join(" and ", databases),
                        problem.advice())));
  }

  /**
   * Describes the changesets that do not run.
   *
   * @return sentences that begin with a blank; empty if every changeset runs
   */
  public String skippedChangeSets() {
    StringBuilder sentences = new StringBuilder();
    skipped.forEach(
        (reason, changeSets) ->
            sentences
                .append(" ")
                .append(changeSets.size())
                .append(changeSets.size() == 1 ? " changeset runs" : " changesets run")
                .append(reason));
    return sentences.toString();
  }

  private void read(String shortName, String database) {
    try {
      source.read(
          files -> {
            read(
                ParsedChangelog.parse(source.changelog(), files, shortName, Map.of()),
                files,
                database);
            return null;
          });
    } catch (GenerationException e) {
      throw e;
    } catch (Exception e) {
      throw new GenerationException(
          "The changelog " + source.changelog(), UnreadableChangelog.problems(source, database, e));
    }
  }

  private void read(ParsedChangelog parsed, ResourceAccessor files, String database) {
    Set<ChangeSetKey> seen = new HashSet<>();
    for (ChangeSet changeSet : parsed.log().getSkippedChangeSets()) {
      skip(changeSet);
    }
    for (ChangeSet changeSet : parsed.log().getChangeSets()) {
      ChangeSetKey key =
          new ChangeSetKey(changeSet.getFilePath(), changeSet.getId(), changeSet.getAuthor());
      if (changeSet.isIgnore()) {
        continue;
      }
      if (!DatabaseList.definitionMatches(changeSet.getDbmsSet(), parsed.database(), true)) {
        skip(changeSet);
      } else if (!seen.add(key)) {
        add(
            database,
            new Problem(
                ProblemKind.DUPLICATE,
                Location.of(key.file(), key.id()),
                "has the same id and author ("
                    + key.author()
                    + ") as another changeset of the file",
                Advice.of("give one of them another id")));
      } else if (!runsInContexts(changeSet)) {
        skip(changeSet);
      } else {
        review(changeSet, parsed, files, database);
      }
    }
  }

  private boolean runsInContexts(ChangeSet changeSet) {
    String expression = changeSet.buildFullContext();
    return expression == null
        || expression.isEmpty()
        || new ContextExpression(expression).matches(contexts);
  }

  private void skip(ChangeSet changeSet) {
    String context = changeSet.buildFullContext();
    boolean inContext = runsInContexts(changeSet);
    String reason =
        inContext
            ? " only with dbms=\""
                + String.join(", ", new TreeSet<>(changeSet.getDbmsSet()))
                + "\"; the databases are SQLite and PostgreSQL."
            : " only in the context \"" + context + "\": add it to contexts.";
    skipped.computeIfAbsent(reason, unseen -> new LinkedHashSet<>()).add(changeSet.toString(false));
  }

  private void review(
      ChangeSet changeSet, ParsedChangelog parsed, ResourceAccessor files, String database) {
    Location place = Location.of(changeSet.getFilePath(), changeSet.getId());
    for (Change change : changeSet.getChanges()) {
      if (change instanceof DbmsTargetedChange targeted
          && !DatabaseList.definitionMatches(targeted.getDbms(), parsed.database(), true)) {
        continue;
      }
      for (Problem problem : new ChangeReview(place, change, files).problems()) {
        add(database, problem);
      }
    }
  }

  private void add(String database, Problem problem) {
    problems.computeIfAbsent(problem, unseen -> new LinkedHashSet<>()).add(database);
  }
}
