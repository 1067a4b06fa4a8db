namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Portuguese. What must be masked stands in brackets.</summary>
internal static class Portuguese
{
    public const string Lines = """
        cvv: código de segurança [123]
        cvv: o código de segurança é [456]
        cvv: meu cvv é [789]
        cvv: [321] é o código de segurança
        cvv: cvc: [555]
        cvv: codigo de seguranca do cartão é [204]
        cvv: os três dígitos do verso são [987]
        exp: validade [12/27]
        exp: a validade é [08/2028]
        exp: data de validade: [março de 2027]
        exp: vence em [11/29]
        exp: validade [0530]
        exp: o cartão expira em [10/28]
        exp: [05/30] é a validade
        pin: minha senha é [4821]
        pin: a senha do cartão é [1234]
        pin: pin: [9090]
        pin: código pin [0007]
        pin: meu pin é [5512]
        none: quarto 123
        none: onde fica o código de segurança?
        none: pedido 1234 não chegou
        none: o cupom vence em 12/27
        none: meu passaporte vence em 03/2029
        none: nos vemos em 12/27
        none: custou 123 reais
        none: cep 01310
        none: use o código 1234 para o desconto
        none: esperei 300 segundos
        none: a oferta vence 12/27
        none: fatura 4821
        none: tenho 100 pontos no cartão
        none: apartamento 456
        none: errei a senha 3 vezes
        """;
}
