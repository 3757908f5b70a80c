package dev.taskstore.spring.boot.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Import;

// tag::slice[]
@JdbcTest(properties = "taskstore.url=jdbc:sqlite::memory:")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Import(SignUp.class)
class StoreSliceTest {

  @Autowired TaskStore store;
  @Autowired SignUp signUp;

  @RepeatedTest(2)
  void eachTestIsRolledBack() {
    assertThat(store.users().findByUsername("bob")).isEmpty();
    signUp.signUp("bob", "bob@example.com", PasswordHash.locked());
    assertThat(store.users().findByUsername("bob")).isPresent();
  }
}
// end::slice[]
