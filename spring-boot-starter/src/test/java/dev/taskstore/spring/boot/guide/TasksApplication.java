package dev.taskstore.spring.boot.guide;

// tag::application[]
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionOperations;

@SpringBootApplication
public class TasksApplication {

  public static void main(String... arguments) {
    SpringApplication.run(TasksApplication.class, arguments);
  }

  @Bean
  CommandLineRunner start(TaskStore store, TransactionOperations transactions) {
    return arguments ->
        transactions.executeWithoutResult(
            status -> {
              User ada = store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
              store.tasks().insert(NewTask.of(ada.id(), "Ship 1.0"));
              System.out.println(store.tasks().count() + " task of " + ada.username());
            });
  }
}
// end::application[]
