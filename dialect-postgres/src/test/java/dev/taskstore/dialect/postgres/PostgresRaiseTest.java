package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taskstore.NewTag;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import org.junit.jupiter.api.Test;

/** Errors that functions raise with an SQLSTATE and a text of their own. */
class PostgresRaiseTest extends PostgresStoreFixture {

  private static final String SECRET = "s3cr3t";

  private <T extends Throwable> T raised(String options, Class<T> type) {
    store
        .dsl()
        .execute(
            "create function refuse() returns trigger language plpgsql as $$ begin raise exception '"
                + "v %', new.name using "
                + options
                + "; end $$");
    store
        .dsl()
        .execute(
            "create trigger refuse before insert on tags for each row execute function refuse()");
    T raised = catchThrowableOfType(type, () -> store.tags().insert(NewTag.of(SECRET)));
    assertThat(raised).isNotNull();
    for (Throwable cause = raised; cause != null; cause = cause.getCause()) {
      assertThat(cause).hasMessageNotContaining(SECRET);
    }
    return raised;
  }

  @Test
  void theConstraintThatATriggerNamesIsThatOfTheException() {
    assertThat(
            raised(
                    "errcode = '23514', constraint = 'ck_tags_calm', table = 'tags'",
                    CheckViolationException.class)
                .constraint())
        .isEqualTo("ck_tags_calm");
  }

  @Test
  void theTextIsOmittedUnderTheCodesWhoseTextIsShown() {
    assertThat(raised("errcode = '42P01'", SchemaOutOfDateException.class))
        .hasMessageContaining("a trigger or a function raised an error");
  }

  @Test
  void theTextIsOmittedIfAPrivilegeIsMissing() {
    assertThat(raised("errcode = '42501'", DatabaseException.class))
        .hasMessageContaining("a trigger or a function raised an error");
  }
}
