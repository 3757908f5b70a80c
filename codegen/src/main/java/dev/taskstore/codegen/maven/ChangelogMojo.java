package dev.taskstore.codegen.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;

/** The parameters of all goals: a changelog and where its files are. */
abstract class ChangelogMojo extends AbstractMojo {

  /**
   * The path of the changelog in one of the resource directories, such as {@code
   * db/change-log/master.xml}.
   */
  @Parameter(property = "taskstore.changelog", required = true)
  private String changelog;

  /** The directories to search for the changelog and the files that it includes. */
  @Parameter(defaultValue = "${project.basedir}/src/main/resources")
  private List<File> resources;

  /** The class path of the project, for included files and the classes of custom changes. */
  @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true)
  private List<String> classPath = List.of();

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  private File ownClasses;

  String changelog() {
    return changelog;
  }

  List<Path> resources() {
    return resources.stream().map(File::toPath).toList();
  }

  List<Path> classPath() {
    return ClassPaths.dependencies(classPath, ownClasses);
  }
}
