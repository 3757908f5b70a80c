package dev.taskstore.db.internal.migration;

import dev.taskstore.changelog.ChangelogCheck;
import dev.taskstore.changelog.ChangelogContents;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.MigrationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a class loader. Records the files of which a changelog consists, and checks the
 * syntax of each when it is first read.
 */
final class ChangelogResources extends ClassLoaderResourceAccessor {

  private final Set<String> files = new ConcurrentSkipListSet<>();
  private final ChangelogCheck check = new ChangelogCheck();
  private volatile boolean searched;

  ChangelogResources(ClassLoader loader) {
    super(loader);
  }

  /** The files that Liquibase has read so far. */
  Set<String> files() {
    return Collections.unmodifiableSet(files);
  }

  /** Returns whether Liquibase searched a directory, to which files can be added later. */
  boolean isSearched() {
    return searched;
  }

  /**
   * Returns one resource where several jars contain the same file. Files of one path with different
   * contents are all returned, so that Liquibase refuses them.
   *
   * @throws MigrationException if the file is a changelog with a name that does not exist, includes
   *     itself, or includes a file that does not exist
   */
  @Override
  public @Nullable List<Resource> getAll(String path) throws IOException {
    String file = ChangelogCheck.normalize(path);
    List<Resource> found = super.getAll(file);
    if (found == null || found.isEmpty()) {
      return found;
    }
    if (files.add(file) && ChangelogCheck.isChecked(file)) {
      requireValid(file, ChangelogContents.of(found.get(0)));
    }
    return ChangelogContents.distinct(found);
  }

  private void requireValid(String file, byte[] content) throws IOException {
    List<String> problems = new ArrayList<>(check.add(file, content));
    check.cycle(file).ifPresent(problems::add);
    for (String included : check.includesOf(file)) {
      List<Resource> existing = super.getAll(included);
      if (existing == null || existing.isEmpty()) {
        problems.add(
            "The changelog file "
                + file
                + " includes "
                + included
                + ", which is not on the class path. Correct the path, or set"
                + " relativeToChangelogFile=\"true\" if it is relative to the including file.");
      }
    }
    if (!problems.isEmpty()) {
      throw new MigrationException(problems.get(0), FailureContext.NONE, null);
    }
  }

  @Override
  public List<Resource> search(String path, SearchOptions options) throws IOException {
    searched = true;
    return super.search(path, options);
  }

  @Override
  public List<Resource> search(String path, boolean recursive) throws IOException {
    searched = true;
    return super.search(path, recursive);
  }
}
