package dev.taskstore.examples.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.NotNullViolationException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.StorageFullException;
import dev.taskstore.db.exception.TransientFailureException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The failures that no request of {@link ApiTest} can cause. */
class ProblemsTest {

  private static final FailureContext CONTEXT =
      new FailureContext("tasks", List.of("title"), "ck_tasks_title");

  private static ProblemDetail answer(RuntimeException failure, int status, String type) {
    ResponseEntity<Object> answer = new ApiErrors().failed(failure);
    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    ProblemDetail problem = (ProblemDetail) answer.getBody();
    assertThat(problem).isNotNull();
    assertThat(problem.getType()).hasToString("urn:problem:taskstore:" + type);
    assertThat(answer.getHeaders().containsHeader("Retry-After")).isEqualTo(status == 503);
    return problem;
  }

  @Test
  void namesTheConstraintOfAViolation() {
    ProblemDetail check =
        answer(new CheckViolationException("Text.", CONTEXT, null), 422, "check-violation");
    assertThat(check.getProperties())
        .isEqualTo(
            Map.of("table", "tasks", "columns", List.of("title"), "constraint", "ck_tasks_title"));
    answer(new NotNullViolationException("Text.", CONTEXT, null), 422, "not-null-violation");
    answer(new StaleEntityException("Text.", CONTEXT, null), 412, "stale");
  }

  @Test
  void asksTheClientToRetryWhatFailedForAMoment() {
    answer(new TransientFailureException("Text.", CONTEXT, null), 503, "unavailable");
    answer(new DatabaseTimeoutException("Text.", CONTEXT, null), 503, "unavailable");
    answer(new ConnectionLostException("Text.", CONTEXT, null), 503, "unavailable");
    ProblemDetail unknown =
        answer(new CommitOutcomeUnknownException("Text.", CONTEXT, null), 503, "outcome-unknown");
    assertThat(unknown.getDetail()).contains("Read the task before you retry");
    answer(new StorageFullException("Text.", CONTEXT, null), 507, "storage-full");
  }

  @Test
  void showsNothingOfAnUnexpectedFailure() {
    ProblemDetail problem = answer(new IllegalStateException("secret"), 500, "internal");
    assertThat(problem.getDetail()).doesNotContain("secret");
    assertThat(problem.getProperties()).isNull();
    answer(new DatabaseException("Text.", CONTEXT, null), 500, "internal");
  }
}
