package org.rsrkernel.kernel.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Types and signatures as short as a person would write them. */
public final class Signatures {

  private static final Pattern PACKAGE =
      Pattern.compile("\\b(?:\\p{javaLowerCase}[\\w]*\\.)+(?=[\\p{L}_$])");
  private static final Pattern OWN_CLASSES = Pattern.compile("\\b(?:Notebook|Cell)\\$\\$\\.");
  private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(?:\\([^)]*\\))?,? ?");

  private static final Pattern NO_NAME =
      Pattern.compile("arg\\d+"); // class files rarely keep parameter names

  private Signatures() {}

  /** {@code List<String>} for {@code java.util.List<java.lang.String>}. */
  public static String shortName(TypeMirror type) {
    String plain = ANNOTATION.matcher(type.toString()).replaceAll("");
    return PACKAGE.matcher(OWN_CLASSES.matcher(plain).replaceAll("")).replaceAll("");
  }

  /** {@code (int index) String} for a method as a member of a type. */
  public static String ofMethod(ExecutableElement method, TypeMirror asMember) {
    boolean known = asMember instanceof ExecutableType;
    List<? extends TypeMirror> types =
        known
            ? ((ExecutableType) asMember).getParameterTypes()
            : method.getParameters().stream().map(Element::asType).toList();
    TypeMirror result =
        known ? ((ExecutableType) asMember).getReturnType() : method.getReturnType();
    String returns = method.getSimpleName().contentEquals("<init>") ? "" : " " + shortName(result);
    return parameters(method, types) + returns;
  }

  private static String parameters(ExecutableElement method, List<? extends TypeMirror> types) {
    StringJoiner joined = new StringJoiner(", ", "(", ")");
    List<? extends VariableElement> parameters = new ArrayList<>(method.getParameters());
    for (int at = 0; at < parameters.size(); at++) {
      String type = shortName(types.get(at));
      boolean rest = method.isVarArgs() && at == parameters.size() - 1;
      String shown = rest ? type.replaceFirst("\\[]$", "...") : type;
      String name = parameters.get(at).getSimpleName().toString();
      joined.add(NO_NAME.matcher(name).matches() ? shown : shown + " " + name);
    }
    return joined.toString();
  }
}
