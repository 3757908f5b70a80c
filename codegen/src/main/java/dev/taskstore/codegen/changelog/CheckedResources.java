package dev.taskstore.codegen.changelog;

import dev.taskstore.changelog.ChangelogCheck;
import dev.taskstore.codegen.GenerationException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.Resource;

/** Checks the syntax of each file of a changelog when it is first read, and lists the files. */
final class CheckedResources extends CompositeResourceAccessor {

  private final Set<String> read = new HashSet<>();
  private final ChangelogCheck check = new ChangelogCheck();
  private final ReadFiles readFiles;

  CheckedResources(ReadFiles readFiles) {
    this.readFiles = readFiles;
  }

  @Override
  public List<Resource> getAll(String path) throws IOException {
    String file = ChangelogCheck.normalize(path);
    List<Resource> found = super.getAll(file);
    if (found != null && !found.isEmpty() && isChecked(file) && read.add(file)) {
      try (InputStream content = found.get(0).openInputStream()) {
        Optional<String> problem = problem(file, content.readAllBytes());
        if (problem.isPresent()) {
          throw new GenerationException(problem.get());
        }
      }
    }
    return found == null
        ? null
        : found.stream()
            .map(resource -> (Resource) new ListedResource(resource, readFiles))
            .toList();
  }

  @Override
  public List<Resource> search(String path, SearchOptions options) throws IOException {
    readFiles.folder(ChangelogCheck.normalize(path));
    return super.search(path, options);
  }

  @Override
  public List<Resource> search(String path, boolean recursive) throws IOException {
    readFiles.folder(ChangelogCheck.normalize(path));
    return super.search(path, recursive);
  }

  private static boolean isChecked(String file) {
    return ChangelogCheck.isChecked(file) || FormattedSql.isChecked(file);
  }

  private Optional<String> problem(String file, byte[] content) throws IOException {
    return FormattedSql.isChecked(file)
        ? FormattedSql.problem(file, content)
        : check.add(file, content);
  }
}
