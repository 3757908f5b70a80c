package dev.taskstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.personal.DataCategory;
import dev.taskstore.schema.PersonalData;
import dev.taskstore.schema.Tables;
import dev.taskstore.schema.tables.records.UsersRecord;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonalTextTest {

  private static final UUID ID = new UUID(1, 2);

  @Test
  void thePersonalColumnsOfTheSchemaAreMarked() {
    assertThat(PersonalData.MAP.columns())
        .isEqualTo(
            Map.of(
                Tables.USERS.USERNAME, DataCategory.PERSONAL,
                Tables.USERS.EMAIL, DataCategory.PERSONAL,
                Tables.USERS.PASSWORD_HASH, DataCategory.SECRET,
                Tables.TASKS.TITLE, DataCategory.PERSONAL,
                Tables.TASKS.DESCRIPTION, DataCategory.PERSONAL));
  }

  @Test
  void theTextOfAUserShowsNoPersonalData() {
    PasswordHash hash = PasswordHash.ofEncoded("secret-hash");
    UsersRecord record = Tables.USERS.newRecord();
    record.setId(ID);
    record.setEmail("secret");

    assertThat(NewUser.of("secret", "secret", hash).id(ID).toString())
        .isEqualTo(
            "NewUser[id="
                + ID
                + ", username=***, email=***, passwordHash=***, createdAt=null, updatedAt=null]");
    assertThat(record.toString())
        .isEqualTo(
            "UsersRecord[id="
                + ID
                + ", username=***, email=***, password_hash=***, created_at=null, updated_at=null,"
                + " version=null]");
    assertThat(new UserStatistics(ID, "secret", 6, 1, 2, 3).toString())
        .isEqualTo(
            "UserStatistics[userId="
                + ID
                + ", username=***, total=6, pending=1, inProgress=2, completed=3]");
  }

  @Test
  void theValueOfANullableColumnIsHiddenAlsoIfItIsNull() {
    assertThat(NewTask.of(ID, "secret").toString())
        .contains("title=***, description=***, priority=MEDIUM")
        .doesNotContain("secret");
  }
}
