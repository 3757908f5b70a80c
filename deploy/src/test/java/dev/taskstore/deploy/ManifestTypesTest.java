package dev.taskstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1Deployment;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every object has the type of the Kubernetes API, without unknown fields. */
@Tag("kubernetes")
class ManifestTypesTest {

  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  /** Validates an object of Kubernetes; those of an operator have no type here. */
  private static void validate(JsonObject object) {
    String type = "io.kubernetes.client.openapi.models.V1" + object.get("kind").getAsString();
    try {
      Class.forName(type).getMethod("validateJsonElement", JsonElement.class).invoke(null, object);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          object.get("kind")
              + " "
              + Json.text(object, "metadata.name")
              + ": "
              + e.getCause().getMessage(),
          e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type, e);
    }
  }

  private static boolean isOfOperator(JsonObject object) {
    return Json.text(object, "apiVersion").equals("postgresql.cnpg.io/v1");
  }

  @ParameterizedTest
  @CsvSource({"SINGLE_SERVER, 23, 0", "CLOUDNATIVE_PG, 19, 2", "MANAGED, 17, 0"})
  void everyObjectHasTheFieldsOfItsType(Overlay overlay, int expected, int ofOperator) {
    List<JsonObject> objects = new ArrayList<>(overlay.manifests().objects());
    int all = objects.size();
    objects.removeIf(ManifestTypesTest::isOfOperator);

    objects.forEach(ManifestTypesTest::validate);

    assertThat(objects).hasSize(expected);
    assertThat(all - objects.size()).isEqualTo(ofOperator);
  }

  @Test
  void unknownFieldsAreFound() {
    JsonObject deployment = Overlay.MANAGED.manifests().get("Deployment", "web");
    Json.object(deployment, "spec.template.spec").addProperty("hostNetworks", true);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> validate(deployment))
        .withMessageContaining("hostNetworks");
    assertThat(V1Deployment.openapiFields).contains("spec");
  }

  @ParameterizedTest
  @CsvSource({"../docs/kubernetes.md, 1"})
  void theManifestsOfDocumentsHaveTheFieldsOfTheirTypes(Path page, int expected)
      throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(page));
    int count = 0;
    while (blocks.find()) {
      for (JsonObject object : Yaml.documents(blocks.group(1))) {
        validate(object);
        count++;
      }
    }
    assertThat(count).isEqualTo(expected);
  }
}
