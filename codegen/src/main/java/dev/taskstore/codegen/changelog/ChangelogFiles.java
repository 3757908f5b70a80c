package dev.taskstore.codegen.changelog;

import dev.taskstore.changelog.ChangelogCheck;
import dev.taskstore.changelog.DatabaseParameters;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.Scope;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * A changelog and its directories.
 *
 * @param changelog the path of the changelog inside one of the directories, with slashes
 * @param directories the directories to search for the changelog and the files that it includes;
 *     missing directories are skipped
 * @param classPath the directories and jar files to search for files that no directory contains,
 *     and for the classes of custom changes; missing ones are skipped
 */
public record ChangelogFiles(String changelog, List<Path> directories, List<Path> classPath) {

  /** Copies the lists, and removes the prefix {@code classpath:} from the path. */
  public ChangelogFiles {
    changelog = ChangelogCheck.normalize(changelog);
    directories = List.copyOf(directories);
    classPath = List.copyOf(classPath);
  }

  /**
   * Creates an instance without a class path.
   *
   * @param changelog the path of the changelog inside one of the directories
   * @param directories the directories
   */
  public ChangelogFiles(String changelog, List<Path> directories) {
    this(changelog, directories, List.of());
  }

  /**
   * Work that reads these files with Liquibase.
   *
   * @param <T> the type of the result
   */
  @FunctionalInterface
  public interface Work<T> {

    /**
     * Does the work.
     *
     * @param files the files
     * @return the result
     * @throws Exception if Liquibase fails
     */
    T run(ResourceAccessor files) throws Exception;
  }

  /**
   * Runs work with Liquibase set up to find these files and to log nothing.
   *
   * @param work the work
   * @param <T> the type of the result
   * @return the result of the work
   * @throws GenerationException if the changelog does not exist, or if one of its files contains an
   *     element, attribute or key that does not exist, includes itself, or includes a file that
   *     does not exist
   * @throws Exception if the work throws it
   */
  public <T> T read(Work<T> work) throws Exception {
    return read(work, new ReadFiles());
  }

  /**
   * Runs work as {@link #read(Work)} does, for one kind of database.
   *
   * @param database the name of the kind of database, for messages
   * @param work the work
   * @param <T> the type of the result
   * @return the result of the work
   * @throws GenerationException as {@link #read(Work)}, and if the work fails
   */
  public <T> T read(String database, Work<T> work) {
    try {
      return read(work);
    } catch (GenerationException e) {
      throw e;
    } catch (Exception e) {
      throw new GenerationException(
          "The changelog " + changelog + " cannot be read for " + database + ": " + reason(e), e);
    }
  }

  private static String reason(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClassNotFoundException) {
        return "Liquibase cannot load the class "
            + cause.getMessage()
            + " of a custom change; add it to the dependencies of the plugin.";
      }
    }
    return rootMessage(failure);
  }

  /**
   * Runs work as {@link #read(Work)} does, and lists the files that it reads.
   *
   * @param work the work
   * @param readFiles receives the files and folders
   * @param <T> the type of the result
   * @return the result of the work
   * @throws GenerationException as {@link #read(Work)}
   * @throws Exception if the work throws it
   */
  public <T> T read(Work<T> work, ReadFiles readFiles) throws Exception {
    try (ProjectClassLoader loader = new ProjectClassLoader(classPath);
        CheckedResources files = resources(loader, readFiles)) {
      requireChangelog(files);
      return read(work, files, loader);
    }
  }

  private <T> T read(Work<T> work, CheckedResources files, ClassLoader loader) throws Exception {
    try {
      T result =
          Scope.child(
              Map.of(
                  Scope.Attr.logService.name(),
                  new SilentLogService(),
                  Scope.Attr.ui.name(),
                  new LoggerUIService(),
                  Scope.Attr.resourceAccessor.name(),
                  files,
                  Scope.Attr.classLoader.name(),
                  loader,
                  DatabaseParameters.SQL,
                  DatabaseParameters.STANDARD_SQL,
                  // ChangelogCheck validates the files, also those that name no XML schema.
                  "liquibase.validateXmlChangelogFiles",
                  "false",
                  "liquibase.analytics.enabled",
                  "false"),
              () -> work.run(files));
      throwIfAny(files.problems());
      return result;
    } catch (Exception e) {
      // Other failures can follow from these.
      throwIfAny(files.problems());
      if (causedBy(e, ClassNotFoundException.class)) {
        throwIfAny(files.missingClasses());
      }
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof GenerationException reported) {
          throw reported;
        }
      }
      throw e;
    } catch (StackOverflowError e) {
      // The names of included files may contain parameters, which only Liquibase replaces.
      throw new GenerationException(
          "The changelog "
              + changelog
              + " is nested too deeply; one of its files probably includes itself.");
    }
  }

  /**
   * Returns the reason for a failure of Liquibase.
   *
   * @param failure the exception of Liquibase
   * @return the message of the innermost cause, with a full stop
   */
  public static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage()).strip();
    return message.endsWith(".") ? message : message + ".";
  }

  /**
   * Requires that the changelog exists.
   *
   * @throws GenerationException if neither a directory nor the class path contains it
   */
  public void requireChangelog() {
    try (ProjectClassLoader loader = new ProjectClassLoader(classPath);
        CheckedResources files = resources(loader, new ReadFiles())) {
      requireChangelog(files);
    } catch (GenerationException e) {
      throw e;
    } catch (Exception e) {
      throw new GenerationException("The changelog " + changelog + " cannot be read: " + e, e);
    }
  }

  private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private void throwIfAny(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new GenerationException("The changelog " + changelog, problems);
    }
  }

  private void requireChangelog(CheckedResources files) throws IOException {
    if (files.getAll(changelog).isEmpty()) {
      throw new GenerationException(
          Problem.of(
              ProblemKind.FILE,
              "The changelog "
                  + changelog
                  + " is not in "
                  + places()
                  + "; use its path in one of these directories, or add its directory to"
                  + " resources."));
    }
  }

  private String places() {
    return classPath.isEmpty()
        ? directories.toString()
        : directories + " nor on the class path of the build";
  }

  private CheckedResources resources(ClassLoader loader, ReadFiles readFiles) {
    return new CheckedResources(
        accessors(directories),
        accessors(classPath),
        List.of(ClassPathFolder.xmlSchemas(), ClassPathFolder.storageTypes()),
        loader,
        places(),
        readFiles);
  }

  private static List<ResourceAccessor> accessors(List<Path> places) {
    List<ResourceAccessor> accessors = new ArrayList<>();
    for (Path place : places) {
      try {
        if (Files.isDirectory(place)) {
          accessors.add(new DirectoryResourceAccessor(place));
        } else if (Files.isRegularFile(place) && place.toString().endsWith(".jar")) {
          accessors.add(new JarResources(place));
        }
      } catch (IOException e) {
        throw new GenerationException(place + " cannot be read.", e);
      }
    }
    return accessors;
  }
}
