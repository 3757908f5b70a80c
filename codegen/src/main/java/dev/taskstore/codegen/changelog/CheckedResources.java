package dev.taskstore.codegen.changelog;

import dev.taskstore.changelog.ChangelogCheck;
import dev.taskstore.changelog.ChangelogContents;
import dev.taskstore.changelog.CustomClass;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.Location;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/**
 * The directories of a changelog, and the class path for files that no directory contains. Checks
 * the syntax of each file when it is first read, and collects the problems. For one thread.
 */
final class CheckedResources extends CompositeResourceAccessor {

  private final List<ResourceAccessor> levels;
  private final String places;
  private final Set<String> read = new HashSet<>();
  private final ChangelogCheck check = new ChangelogCheck();
  private final ReadFiles readFiles;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> missingClasses = new ArrayList<>();
  private final ClassLoader loader;

  /**
   * Creates an instance.
   *
   * @param directories the resource directories
   * @param classPath the class path of the project
   * @param builtIn the files of the generator
   * @param loader finds the classes of custom changes
   * @param places describes both in messages
   * @param readFiles receives the files and folders that are read
   */
  CheckedResources(
      List<ResourceAccessor> directories,
      List<ResourceAccessor> classPath,
      List<ResourceAccessor> builtIn,
      ClassLoader loader,
      String places,
      ReadFiles readFiles) {
    super(directories);
    classPath.forEach(this::addResourceAccessor);
    builtIn.forEach(this::addResourceAccessor);
    this.levels =
        List.of(
            new CompositeResourceAccessor(directories),
            new CompositeResourceAccessor(classPath),
            new CompositeResourceAccessor(builtIn));
    this.loader = loader;
    this.places = places;
    this.readFiles = readFiles;
  }

  /** The problems of the files that have been read so far. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The classes of custom changes that do not exist; Liquibase may skip their changesets. */
  List<Problem> missingClasses() {
    return List.copyOf(missingClasses);
  }

  /**
   * Returns the file of the directories, or else that of the class path, where the resources of a
   * project can appear again and several jars can contain the same file.
   */
  @Override
  public List<Resource> getAll(String path) throws IOException {
    String file = ChangelogCheck.normalize(path);
    List<Resource> found = find(file);
    if (!found.isEmpty() && isChecked(file) && read.add(file)) {
      check(file, ChangelogContents.of(found.get(0)));
    }
    return found.stream()
        .map(resource -> (Resource) new ListedResource(resource, readFiles))
        .toList();
  }

  private List<Resource> find(String file) throws IOException {
    for (ResourceAccessor level : levels) {
      List<Resource> found = level.getAll(file);
      if (found != null && !found.isEmpty()) {
        return ChangelogContents.distinct(found);
      }
    }
    return List.of();
  }

  @Override
  public List<Resource> search(String path, SearchOptions options) throws IOException {
    String folder = ChangelogCheck.normalize(path);
    readFiles.folder(folder);
    return distinct(super.search(folder, options));
  }

  @Override
  public List<Resource> search(String path, boolean recursive) throws IOException {
    String folder = ChangelogCheck.normalize(path);
    readFiles.folder(folder);
    return distinct(super.search(folder, recursive));
  }

  private static List<Resource> distinct(List<Resource> found) {
    Map<String, Resource> byPath = new LinkedHashMap<>();
    found.forEach(resource -> byPath.putIfAbsent(resource.getPath(), resource));
    return List.copyOf(byPath.values());
  }

  private static boolean isChecked(String file) {
    return ChangelogCheck.isChecked(file) || FormattedSql.isChecked(file);
  }

  private void check(String file, byte[] content) throws IOException {
    if (FormattedSql.isChecked(file)) {
      FormattedSql.problem(file, content).ifPresent(this::report);
      return;
    }
    check.add(file, content).forEach(this::report);
    check.customClassesOf(file).stream()
        .filter(custom -> !exists(custom.name()))
        .forEach(custom -> missingClasses.add(missing(file, custom)));
    if (check.cycle(file).isPresent()) {
      throw new GenerationException(Problem.of(ProblemKind.FILE, check.cycle(file).get()));
    }
    for (String included : check.includesOf(file)) {
      if (find(included).isEmpty()) {
        report(
            "The changelog file "
                + file
                + " includes "
                + included
                + ", which is not in "
                + places
                + ". Correct the path, or set relativeToChangelogFile=\"true\" if it is relative to"
                + " the including file.");
      }
    }
  }

  private boolean exists(String type) {
    try {
      Class.forName(type, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static Problem missing(String file, CustomClass custom) {
    return new Problem(
        ProblemKind.CUSTOM_CHANGE,
        Location.of(file, custom.changeSet()),
        "has a "
            + custom.element()
            + " with the class "
            + custom.name()
            + ", which is not on the class path of the build",
        Advice.of(
            "add the library or module that contains it to the dependencies; the classes of this"
                + " module itself are compiled later"));
  }

  private void report(String problem) {
    problems.add(Problem.of(ProblemKind.FILE, problem));
  }
}
