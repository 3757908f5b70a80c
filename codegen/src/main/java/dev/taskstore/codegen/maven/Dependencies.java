package dev.taskstore.codegen.maven;

import dev.taskstore.codegen.GenerationException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;

/** The dependencies of a project that may contain included changelogs. */
final class Dependencies {

  private Dependencies() {}

  /** Returns the compile class path of a project without its own classes and resources. */
  static List<Path> of(MavenProject project) {
    Path own = Path.of(project.getBuild().getOutputDirectory());
    try {
      return project.getCompileClasspathElements().stream()
          .map(Path::of)
          .filter(path -> !path.equals(own))
          .toList();
    } catch (DependencyResolutionRequiredException e) {
      throw new GenerationException("The compile dependencies cannot be resolved: " + e, e);
    }
  }
}
