package dev.taskstore.spring.boot.guide;

// tag::application[]
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskRepository;
import dev.taskstore.User;
import dev.taskstore.UserRepository;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class TasksApplication {

  public static void main(String... arguments) {
    SpringApplication.run(TasksApplication.class, arguments);
  }

  @Bean
  CommandLineRunner start(UserRepository users, TaskRepository tasks) {
    return arguments -> {
      User ada = users.insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
      tasks.insert(NewTask.of(ada.id(), "Ship 1.0"));
      System.out.println(tasks.count() + " task of " + ada.username());
    };
  }
}
// end::application[]
