package dev.taskstore.bench.simulation;

import dev.taskstore.bench.MarkedSection;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Simulates what breaks first at numbers of users and tasks that cannot be run here, and writes its
 * section of the page on scaling. The costs are the measured figures next to the page; the same
 * figures give the same section.
 */
public final class ScalingSimulation {

  static final MarkedSection SECTION = MarkedSection.of("simulation", ScalingSimulation.class);
  static final String PAGE = "scaling.md";

  private ScalingSimulation() {}

  /**
   * Simulates and writes the section.
   *
   * @param args the folder of the page and of the measured figures
   * @throws IOException if a file cannot be read or written
   * @throws IllegalArgumentException if the folder is missing
   * @throws IllegalStateException if a file has no figure that the simulation needs
   */
  public static void main(String... args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "Give the folder of " + PAGE + " as the only argument: -Dexec.appArgs=$PWD/docs");
    }
    Path docs = Path.of(args[0]);
    SECTION.write(docs.resolve(PAGE), markdown(docs));
  }

  /** Returns the section that the measured figures of a folder give. */
  static String markdown(Path docs) throws IOException {
    return new ScalingReport(Measured.of(docs)).markdown();
  }
}
