package dev.taskstore.codegen.changelog;

import dev.taskstore.changelog.ChangelogCheck;
import dev.taskstore.codegen.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import liquibase.Scope;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.resource.ZipResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * A changelog and its directories.
 *
 * @param changelog the path of the changelog inside one of the directories, with slashes
 * @param directories the directories and jar files to search for the changelog and the files that
 *     it includes; missing ones are skipped
 */
public record ChangelogFiles(String changelog, List<Path> directories) {

  /** Copies the list, and removes the prefix {@code classpath:} from the path. */
  public ChangelogFiles {
    changelog = ChangelogCheck.normalize(changelog);
    directories = List.copyOf(directories);
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
   * @throws GenerationException if no directory contains the changelog, or if one of its files
   *     contains an element, attribute or key that does not exist, or includes itself
   * @throws Exception if the work throws it
   */
  public <T> T read(Work<T> work) throws Exception {
    requireChangelog();
    ResourceAccessor files = resourceAccessor();
    try {
      return Scope.child(
          Map.of(
              Scope.Attr.logService.name(),
              new SilentLogService(),
              Scope.Attr.ui.name(),
              new LoggerUIService(),
              Scope.Attr.resourceAccessor.name(),
              files,
              // ChangelogCheck validates the files, also those that name no XML schema.
              "liquibase.validateXmlChangelogFiles",
              "false",
              "liquibase.analytics.enabled",
              "false"),
          () -> work.run(files));
    } catch (Exception e) {
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

  private void requireChangelog() {
    boolean found =
        directories.stream()
            .anyMatch(directory -> Files.isRegularFile(directory.resolve(changelog)));
    if (!found) {
      throw new GenerationException(
          "The changelog "
              + changelog
              + " is not in "
              + directories
              + "; use its path in one of these directories, or add its directory to resources.");
    }
  }

  private ResourceAccessor resourceAccessor() {
    CheckedResources accessor = new CheckedResources();
    try {
      for (Path directory : directories) {
        if (Files.isDirectory(directory)) {
          accessor.addResourceAccessor(new DirectoryResourceAccessor(directory));
        } else if (Files.isRegularFile(directory)) {
          accessor.addResourceAccessor(new ZipResourceAccessor(directory));
        }
      }
    } catch (IOException e) {
      throw new GenerationException("The directories " + directories + " cannot be read.", e);
    }
    accessor.addResourceAccessor(ClassPathFolder.xmlSchemas());
    accessor.addResourceAccessor(ClassPathFolder.storageTypes());
    return accessor;
  }
}
