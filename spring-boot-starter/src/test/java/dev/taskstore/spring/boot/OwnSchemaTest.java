package dev.taskstore.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.dialect.tck.school.NewStudent;
import dev.taskstore.dialect.tck.school.schema.StudentRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** An application with a changelog and generated repositories of its own. */
class OwnSchemaTest {

  // tag::repositories[]
  @EnableAutoConfiguration
  @Import(StudentRepository.class) // generated; its constructor gets the database
  static class SchoolApplication {}

  // end::repositories[]

  /** Exceptions of this class are Spring's. */
  @Repository
  static class Students {

    private final StudentRepository generated;

    Students(StudentRepository generated) {
      this.generated = generated;
    }

    void enroll(long number) {
      generated.insert(NewStudent.of(number, "Ada"));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Students.class)
  static class Beans {

    @Bean
    JdbcConnectionDetails details(TckDatabase database) {
      return new JdbcConnectionDetails() {
        @Override
        public String getUsername() {
          return database.user();
        }

        @Override
        public String getPassword() {
          return database.password();
        }

        @Override
        public String getJdbcUrl() {
          return database.url();
        }
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServiceConnectionIsUsedAndRepositoriesAreBeans(TestDatabases kind) throws Exception {
    try (TckDatabase database = kind.create();
        ConfigurableApplicationContext context =
            new SpringApplicationBuilder(SchoolApplication.class, Beans.class)
                .web(WebApplicationType.NONE)
                .initializers(
                    created -> created.getBeanFactory().registerSingleton("tckDatabase", database))
                .run(
                    "--spring.main.banner-mode=off",
                    "--logging.level.root=warn",
                    "--taskstore.changelog=dev/taskstore/dialect/tck/school/change-log/master.xml")) {
      Students students = context.getBean(Students.class);
      students.enroll(1);
      assertThatThrownBy(() -> students.enroll(1)).isInstanceOf(DuplicateKeyException.class);
      assertThat(context.getBean(StudentRepository.class).count()).isEqualTo(1);
      assertThat(
              context
                  .getBean(JdbcTemplate.class)
                  .queryForObject("SELECT count(*) FROM students", Long.class))
          .isEqualTo(1);
      assertThat(context.getBeansOfType(TaskStore.class)).isEmpty();
      assertThat(context.getBean(Database.class).migrations().status()).isNotEmpty();
    }
  }
}
