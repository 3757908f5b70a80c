package dev.taskstore.codegen.changelog;

import dev.taskstore.changelog.ChangelogCheck;
import dev.taskstore.codegen.GenerationException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.Resource;

/**
 * Checks the syntax of each file of a changelog when it is first read. Returns one of several files
 * with the same path and content, which can be in a directory and in a dependency.
 */
final class CheckedResources extends CompositeResourceAccessor {

  private final Set<String> read = new HashSet<>();
  private final ChangelogCheck check = new ChangelogCheck();

  @Override
  public List<Resource> getAll(String path) throws IOException {
    String file = ChangelogCheck.normalize(path);
    List<Resource> found = super.getAll(file);
    if (found != null && !found.isEmpty() && isChecked(file) && read.add(file)) {
      Optional<String> problem = problem(file, content(found.get(0)));
      if (problem.isPresent()) {
        throw new GenerationException(problem.get());
      }
    }
    return found != null && found.size() > 1 && haveSameContent(found)
        ? found.subList(0, 1)
        : found;
  }

  private static boolean haveSameContent(List<Resource> resources) throws IOException {
    byte[] first = content(resources.get(0));
    for (Resource other : resources.subList(1, resources.size())) {
      if (!Arrays.equals(first, content(other))) {
        return false;
      }
    }
    return true;
  }

  private static byte[] content(Resource resource) throws IOException {
    try (InputStream content = resource.openInputStream()) {
      return content.readAllBytes();
    }
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
