package dev.taskstore.differential.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the calls of generated repositories on both databases, for the changelogs of this module.
 * The system property {@code taskstore.trial.applications} names a file with a list of other
 * applications; the outcome of each is then printed and nothing is asserted about them but that
 * there is one.
 */
class ChangelogTrialTest {

  private static final String APPLICATIONS = "taskstore.trial.applications";
  private static final Path EXAMPLES = Path.of("src/test/resources/applications.txt");

  /** Both tests use the outcomes: to generate and to compile an application takes seconds. */
  private static final Map<Application, ApplicationTrial.Outcome> OUTCOMES = new HashMap<>();

  @TempDir static Path directory;

  private static ApplicationTrial.Outcome outcome(Application application) throws Exception {
    ApplicationTrial.Outcome outcome = OUTCOMES.get(application);
    if (outcome == null) {
      outcome = ApplicationTrial.run(application, directory.resolve(application.name()));
      OUTCOMES.put(application, outcome);
    }
    return outcome;
  }

  @Test
  void theRowsOfFilesAreReadAsTheyAreWritten() throws Exception {
    Application shop =
        Application.list(EXAMPLES).stream()
            .filter(application -> application.name().equals("shop"))
            .findFirst()
            .orElseThrow();

    ApplicationTrial.Outcome outcome = outcome(shop);

    assertThat(outcome.passed()).as(outcome.describe()).isTrue();
    assertThat(outcome.seeded())
        .containsEntry(
            "CustomerRepository",
            "seeded [Customer[id=1, login=ada, activated=true, langKey=en,"
                + " joinedAt=2024-05-06T07:08:09, credit=12.34, note=null],"
                + " Customer[id=2, login=grace, activated=false, langKey=,"
                + " joinedAt=2023-01-02T03:04:05, credit=0.10, note=null]]")
        .containsEntry("OrderRepository", "seeded []");
  }

  @Test
  void everyCallOfEveryRepositoryIsTheSameOnBothDatabases() throws Exception {
    String list = System.getProperty(APPLICATIONS, "");
    Path file = list.isEmpty() ? EXAMPLES : Path.of(list);
    List<Application> applications = Application.list(file);
    int passed = 0;
    for (Application application : applications) {
      ApplicationTrial.Outcome outcome = outcome(application);
      passed += outcome.passed() ? 1 : 0;
      if (list.isEmpty()) {
        assertThat(outcome.passed()).as(outcome.describe()).isTrue();
      } else {
        System.out.println(outcome.describe());
      }
    }
    System.out.println(passed + " of " + applications.size() + " passed");
    assertThat(applications).isNotEmpty();
  }
}
